import type { ActorPosition, Resource } from '@wuqing/access';
import type { PositionKey } from '@wuqing/organization';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';

const TOWN: readonly PositionKey[] = [
  'town-party-secretary',
  'town-head',
  'town-discipline-secretary',
  'town-deputy',
  'office-head',
  'office-clerk',
];

/** 撤回: what a village gives up by, where the process has it. */
export const WITHDRAWAL = /withdraw/;

/**
 * Who alone may send a message of this name, beyond what `access` says of all of them: 责令改正 (Art 31) and 法院撤销
 * (Art 41) are recorded by the town, 撤回 is the village party organization's. What a
 * complainant or a reporter does (`petition-…`, `report-…`: 撤回, 申请复查) is recorded by the town's offices too. Other names are everybody's who may.
 */
const senders: readonly { readonly name: RegExp; readonly positions: readonly PositionKey[] }[] = [
  { name: /town-order|court/, positions: TOWN },
  { name: /^(petition|report)-/, positions: TOWN },
  { name: WITHDRAWAL, positions: ['village-party-secretary'] },
];

export const maySend = (caller: Caller, messageName: string, resource: Resource): boolean =>
  caller.may('message.publish', resource) && isSender(caller, messageName);

export function requireSender(caller: Caller, messageName: string, resource: Resource): void {
  caller.require('message.publish', resource);
  if (!isSender(caller, messageName)) throw denied('您的职务不能提交这一事项，请由规定的单位或负责人提交。');
}

/** Whether that position may send a message of this name. */
export function isSenderOf(messageName: string): (position: ActorPosition) => boolean {
  const rule = senders.find(({ name }) => name.test(messageName));
  return ({ key }) => rule === undefined || rule.positions.includes(key);
}

/** Another system holds no position: what is not everybody's is nothing for it. */
const isSender = (caller: Caller, messageName: string): boolean =>
  caller.isSystem
    ? !senders.some(({ name }) => name.test(messageName))
    : caller.access.positions.some(isSenderOf(messageName));
