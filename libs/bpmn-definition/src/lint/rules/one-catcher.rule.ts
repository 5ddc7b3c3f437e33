import { quoted } from '../../sentence.js';
import { positionOf } from '../../source/executed-events.js';
import { zeebeOf } from '../../source/extension.js';
import {
  attachedTo,
  attributeOf,
  eventConditionOf,
  eventKindOf,
  extensionOf,
  labelOf,
  messageOf,
  referredBy,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Finding, Rule } from '../rule.js';

/** Of events at one place no two catch the same: one of them would never happen, or they would take turns. */
export const oneCatcher: Rule = {
  name: 'one-catcher',
  check: (source) =>
    placesIn(source).flatMap(({ what, events }) => {
      const first = new Map<string, SourceNode>();
      return events.flatMap((node) => {
        const caught = caughtBy(node);
        if (!caught) return [];
        const other = first.get(caught.key);
        if (!other) first.set(caught.key, node);
        return other ? judged(what, other, node, caught) : [];
      });
    }),
};

type What = 'start' | 'boundary' | 'gateway' | 'scope';

interface Place {
  readonly what: What;
  readonly events: readonly SourceNode[];
}

/** Where events wait beside each other: at one step, behind one gateway, for one scope, for the start of the process. */
function placesIn(source: SourceModel): Place[] {
  const groups = new Map<string, { what: What; events: SourceNode[] }>();
  const add = (what: What, of: string, node: SourceNode): void => {
    const key = `${what} ${of}`;
    const group = groups.get(key) ?? { what, events: [] };
    group.events.push(node);
    groups.set(key, group);
  };
  const gateways = new Map(
    source.nodes.filter(({ type }) => type === 'EventBasedGateway').map((node) => [node.id, node]),
  );
  for (const node of source.nodes) {
    const position = positionOf(source, node);
    if (node.type === 'ReceiveTask') add('boundary', node.id, node);
    if (position === 'boundary') add('boundary', attachedTo(node) ?? '', node);
    if (position === 'start' || (node.type === 'ReceiveTask' && node.element.instantiate === true))
      add('start', '', node);
    if (position === 'eventSubProcessStart') add('scope', source.nodeById.get(node.scope)!.scope, node);
    for (const { source: from } of node.incoming) {
      const gateway = gateways.get(from ?? '');
      if (!gateway) continue;
      add('gateway', gateway.id, node);
      if (gateway.element.instantiate === true) add('start', '', node);
    }
  }
  return [...groups.values()];
}

interface Caught {
  /** The same for events that catch the same. */
  readonly key: string;
  readonly said: string;
  /** Whether everybody who waits for it hears it. */
  readonly reachesAll: boolean;
}

function caughtBy(node: SourceNode): Caught | undefined {
  switch (node.type === 'ReceiveTask' ? 'Message' : eventKindOf(node)) {
    case 'Message':
      return messageOfNode(node);
    case 'Signal': {
      const name = textIn(referredBy(node, 'signalRef'), 'name');
      return name === undefined
        ? undefined
        : { key: `signal ${name}`, said: `信号「${quoted(name)}」`, reachesAll: true };
    }
    case 'Conditional': {
      const condition = eventConditionOf(node)?.replace(/\s+/g, ' ').trim() ?? '';
      return condition === ''
        ? undefined
        : { key: `condition ${condition}`, said: '同样的条件', reachesAll: true };
    }
    case 'Error':
      return codeOf(node, 'errorRef', 'errorCode', '错误');
    case 'Escalation':
      return codeOf(node, 'escalationRef', 'escalationCode', '升级');
    case 'Compensate':
      return { key: 'compensation', said: '补偿', reachesAll: false };
    default:
      return undefined;
  }
}

function messageOfNode(node: SourceNode): Caught | undefined {
  const message = messageOf(node);
  const name = textIn(message, 'name');
  if (!message || name === undefined) return undefined;
  const key = attributeOf(extensionOf(zeebeOf(message), 'subscription'), 'correlationKey') ?? '';
  const correlated = key.replace(/^=/, '').replace(/\s+/g, ' ').trim();
  return { key: `message ${name}|${correlated}`, said: `消息「${quoted(name)}」`, reachesAll: false };
}

function codeOf(node: SourceNode, reference: string, attribute: string, word: string): Caught {
  const code = textIn(referredBy(node, reference), attribute);
  return code === undefined
    ? { key: `any ${word}`, said: `任何${word}`, reachesAll: false }
    : { key: `${word} ${code}`, said: `${word}「${quoted(code)}」`, reachesAll: false };
}

/** What reaches all is heard by two that interrupt nothing, each in its own way; of two that interrupt by the first alone. */
function judged(what: What, one: SourceNode, other: SourceNode, { said, reachesAll }: Caught): Finding[] {
  const interrupting = [one, other].filter(interrupts).length;
  const isStart = what === 'start';
  if (reachesAll && (isStart || (what !== 'gateway' && interrupting === 0))) return [];
  const isUnsure = reachesAll && what !== 'gateway' && interrupting === 1;
  const where = `${labelOf(one)}和${labelOf(other)}在同一处等待${said}`;
  return [
    {
      elementId: other.id,
      ...(isUnsure && { severity: 'warning' as const }),
      message: isUnsure
        ? `${where}，其中一个会打断另一个，先后没有约定，请改用两个信号或只留一个。`
        : `${where}，只有一个会发生，请只留一个。`,
    },
  ];
}

const interrupts = ({ type, element }: SourceNode): boolean =>
  type === 'BoundaryEvent' ? element.cancelActivity !== false : element.isInterrupting !== false;
