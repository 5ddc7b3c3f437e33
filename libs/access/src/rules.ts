import type { Action } from './action.js';
import type { Role } from './role.js';

/**
 * One way to be granted an action. `roles`: a position with one of these roles; `within` 'reach': and the resource's
 * unit among the units the actor sees. `handling`: a position with one of these roles in an office that a step of the case
 * is addressed to now. `holder`: the step or alert is addressed to a position of the actor.
 * `assignee`: the actor claimed the step. `claimant`: and still holds a position that it is addressed to, where it is addressed
 * to any: whoever leaves the seat reads what he had claimed and gives it back, and does nothing to it. `anyone`: no account is needed.
 */
export type Grant =
  | { readonly to: 'roles'; readonly roles: readonly Role[]; readonly within: 'reach' | 'anywhere' }
  | { readonly to: 'handling'; readonly roles: readonly Role[] }
  | { readonly to: 'holder' }
  | { readonly to: 'assignee' }
  | { readonly to: 'claimant' }
  | { readonly to: 'anyone' };

/**
 * What holds whoever is granted. `readable`: the case's level of confidentiality; `not-claimed-by-another`;
 * `not-own-term`: nobody moves a term of his own step; `second-person`: not the author; `demo-mode`;
 * `starter`: the positions that the process names as starters, where it names any; `not-of-village`: whoever holds a post of
 * the village itself is told no name of those who object to it.
 */
export type Guard =
  | 'readable'
  | 'not-claimed-by-another'
  | 'not-own-term'
  | 'second-person'
  | 'demo-mode'
  | 'starter'
  | 'not-of-village';

export interface Rule {
  readonly grants: readonly Grant[];
  readonly guards: readonly Guard[];
}

const within = (...roles: Role[]): Grant => ({ to: 'roles', roles, within: 'reach' });
const anywhere = (...roles: Role[]): Grant => ({ to: 'roles', roles, within: 'anywhere' });
/** Of the office that handles the case, and of no other. */
const handling = (...roles: Role[]): Grant => ({ to: 'handling', roles });
const holder: Grant = { to: 'holder' };
const assignee: Grant = { to: 'assignee' };
const claimant: Grant = { to: 'claimant' };
const officials: readonly Role[] = ['village-cadre', 'supervision', 'branch', 'town-leader', 'office'];
const staff: readonly Role[] = [...officials, 'admin'];
/** Those whom the ladders tell, of all that lies below them. */
const supervisors: readonly Role[] = ['branch', 'town-leader', 'discipline'];

/**
 * The whole policy. Barred persons are refused everything but public notices before any rule is asked. Steps go by
 * position alone: a 理事长 without an office may be asked to a step, and reads its case.
 */
export const rules = {
  'case.start': { grants: [within('village-cadre', 'office')], guards: ['starter'] },
  'case.read': { grants: [within(...staff), holder, assignee], guards: ['readable'] },
  'case.return': {
    grants: [claimant, within('town-leader'), handling('office-head')],
    guards: ['readable'],
  },
  'case.cancel': { grants: [within('village-secretary', 'town-leader')], guards: ['readable'] },
  'case.suspend': { grants: [within('town-leader'), handling('office-head')], guards: ['readable'] },
  'case.repair': { grants: [within('town-leader', 'admin')], guards: ['readable'] },
  'case.override': { grants: [within('town-leader')], guards: ['readable'] },
  'case.add-member': {
    grants: [within('village-secretary', 'town-leader'), handling('office-head')],
    guards: ['readable'],
  },
  'case.activate-step': {
    grants: [within('village-cadre', 'town-leader'), handling('office')],
    guards: ['readable'],
  },
  'case.migrate': { grants: [within('admin')], guards: ['readable'] },
  'case.fast-forward': { grants: [within(...staff)], guards: ['demo-mode'] },
  'user-task.read': { grants: [within(...staff), holder, assignee], guards: ['readable'] },
  'user-task.claim': { grants: [holder], guards: ['readable', 'not-claimed-by-another'] },
  'user-task.release': { grants: [assignee, within('admin')], guards: [] },
  'user-task.hand-over': { grants: [holder, claimant], guards: ['readable', 'not-claimed-by-another'] },
  'user-task.complete': { grants: [holder, claimant], guards: ['readable', 'not-claimed-by-another'] },
  'deadline.read': { grants: [within(...staff), holder, assignee], guards: ['readable'] },
  'deadline.pause': {
    grants: [within('branch', 'town-leader'), handling('office-head')],
    guards: ['readable', 'not-own-term'],
  },
  'deadline.extend': {
    grants: [within('town-leader'), handling('office-head')],
    guards: ['readable', 'not-own-term'],
  },
  'supervision.read': { grants: [within(...supervisors)], guards: [] },
  'case.urge': { grants: [within(...supervisors)], guards: ['readable'] },
  'supervision-order.issue': { grants: [within('discipline')], guards: ['readable'] },
  'inspection.read': { grants: [within(...supervisors, 'office')], guards: [] },
  'inspection.record': { grants: [within('office', 'discipline')], guards: [] },
  'alert.read': { grants: [holder, within('branch', 'town-leader', 'discipline')], guards: ['readable'] },
  'alert.acknowledge': { grants: [holder], guards: ['readable'] },
  'message.publish': {
    grants: [within('village-cadre', 'supervision', 'town-leader', 'office')],
    guards: ['readable'],
  },
  'signal.broadcast': { grants: [within('town-leader')], guards: ['readable'] },
  'notice.read': { grants: [{ to: 'anyone' }], guards: [] },
  'objector.read': {
    grants: [within('supervision', 'town-leader', 'discipline')],
    guards: ['readable', 'not-of-village'],
  },
  'process.read': { grants: [anywhere(...staff)], guards: [] },
  'process.publish': { grants: [anywhere('admin')], guards: ['second-person'] },
  'audit.read': { grants: [within('discipline', 'admin')], guards: ['readable'] },
  'security-event.read': { grants: [anywhere('admin', 'discipline')], guards: [] },
  'account.invite': { grants: [within('admin')], guards: [] },
  'second-factor.configure': { grants: [anywhere('admin')], guards: [] },
  'organization.read': { grants: [within(...staff)], guards: [] },
  'organization.keep': { grants: [within('admin')], guards: [] },
  'queue.mend': { grants: [anywhere('admin')], guards: [] },
  'ledger.read': { grants: [within(...staff), holder], guards: ['readable'] },
  'ledger-look.read': { grants: [within('discipline'), holder], guards: [] },
  'ledger.edit': { grants: [holder], guards: ['readable'] },
  'ledger-edit.read': { grants: [within('discipline'), holder], guards: ['readable'] },
  'ledger-edit.decide': { grants: [holder], guards: ['readable'] },
  'slip.read': { grants: [holder, assignee], guards: [] },
  'slip.send': { grants: [holder], guards: [] },
  'slip.receive': { grants: [holder], guards: [] },
  'letter.read': { grants: [holder], guards: [] },
  'letter.issue': { grants: [holder], guards: [] },
  'letter.answer': { grants: [holder], guards: [] },
  'circle.read': { grants: [within('discipline')], guards: ['readable'] },
  'circle.keep': { grants: [within('discipline')], guards: ['readable'] },
  'channel.configure': { grants: [anywhere('admin')], guards: [] },
} as const satisfies Record<Action, Rule>;
