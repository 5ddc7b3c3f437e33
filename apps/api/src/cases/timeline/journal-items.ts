import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { HistoryEntry } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import { endingOf, termOf } from './term-words.js';
import type { TimelineField, TimelineItem } from './timeline-item.js';
import { shownMs } from '../../http/shown-moment.js';

type Termed = Parameters<typeof termOf>[0] & Parameters<typeof endingOf>[0];

/** What the journal's lines are told with. */
export interface JournalReading {
  readonly process: Pick<ExecutableProcess, 'name'>;
  /** A step as people call it, by its id or by the key of a visit; in an older version's words where it is gone. */
  readonly nameOf: (idOrKey: string) => string;
  /** The element of a visit's key. */
  readonly elementOf: (key: string) => string;
  readonly title: string;
  readonly calendar: IndexedCalendar;
  /** Clocks by the element key of their task. */
  readonly clocks: ReadonlyMap<string, readonly Termed[]>;
  /** Visible fields by the command that submitted them. */
  readonly fields: ReadonlyMap<string, readonly TimelineField[]>;
  /** What the audit keeps of an act beside its facts, by its command. */
  readonly acts: ReadonlyMap<string, ActRecord>;
}

export interface ActRecord {
  readonly reason?: string;
  /** Names of the variables that an operator set, as people call them. */
  readonly mended: readonly string[];
}

type Line = Pick<TimelineItem, 'kind' | 'text' | 'detail' | 'fields' | 'isLate'>;

/** The lines of one entry: what was done, then what it led to. */
export function journalItems(entry: HistoryEntry, reading: JournalReading): TimelineItem[] {
  const at = shownMs(entry.at);
  const isPersons = !entry.actorId.startsWith('system:');
  return entry.events.flatMap((event) => {
    const line = lineOf(event, entry, reading);
    // A case ends or gets stuck by itself: whoever did the step before has a line of their own.
    const isTheirs = isPersons && line?.kind !== 'ended' && event.type !== 'IncidentRaised';
    const actorId = isTheirs ? entry.actorId : null;
    const onBehalfOf = actorId !== null && actsIn(event) ? entry.onBehalfOf : [];
    const elementId = elementIdOf(event, reading);
    const about = {
      ...(elementId !== undefined && { elementId }),
      ...(onBehalfOf.length > 0 && { onBehalfOf }),
    };
    return line ? [{ ...line, at, actorId, ...about }] : [];
  });
}

const elementIdOf = (event: EngineEvent, { elementOf }: JournalReading): string | undefined =>
  'elementId' in event ? event.elementId : 'key' in event ? elementOf(event.key) : undefined;

/** What a person did, not what it led to. */
const actsIn = ({ type }: EngineEvent): boolean => !/Created|ServiceTask/.test(type);

function lineOf(event: EngineEvent, entry: HistoryEntry, reading: JournalReading): Line | undefined {
  const named = (idOrKey: string): string => `「${reading.nameOf(idOrKey)}」`;
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return {
        kind: 'started',
        text: `发起「${reading.title}」，流程：${reading.process.name}`,
        ...detailOf(undefined, entry, reading),
      };
    case 'UserTaskCompleted':
      return completedLine(event.key, named(event.key), entry, reading);
    case 'UserTaskCreated':
      return openedLine(event.key, named(event.key), reading);
    case 'TimerTriggered':
      return { kind: 'timer', text: `${named(event.key)}期限届满，流程继续` };
    case 'MessageCorrelated':
      return { kind: 'message', text: heardText(reading.nameOf(event.key)) };
    case 'ServiceTaskCompleted':
      return { kind: 'service', text: `系统自动办理${named(event.key)}` };
    case 'StepReturned':
      return { kind: 'returned', text: `退回到${named(event.target)}`, detail: `理由：${event.reason}` };
    case 'IncidentRaised':
      return { kind: 'incident', text: `${named(event.elementId)}出现异常，停在原处等待处理` };
    case 'IncidentResolved':
      return {
        kind: 'incident',
        text: `${named(event.key)}的异常已处理`,
        ...detailOf(undefined, entry, reading),
      };
    case 'ProcessInstanceCompleted':
      return { kind: 'ended', text: '事项办结' };
    case 'ProcessInstanceTerminated':
      return { kind: 'ended', text: '事项终止', detail: `理由：${event.reason}` };
    default:
      return operatedLine(event, named, (reason) => detailOf(reason, entry, reading));
  }
}

/** An event may be called by what it hears: 「收到异议」. */
const heardText = (name: string): string => (name.startsWith('收到') ? name : `收到「${name}」`);

/** The reason that was given, in the event or with the act, and which variables were set. */
function detailOf(
  reason: string | undefined,
  { commandId }: HistoryEntry,
  { acts }: JournalReading,
): { detail?: string } {
  const act = acts.get(commandId);
  const given = reason ?? act?.reason;
  const mended = act?.mended ?? [];
  const parts = [given && `理由：${given}`, mended.length > 0 && `补正变量：${mended.join('、')}`];
  const detail = parts.filter((part) => part).join('；');
  return detail === '' ? {} : { detail };
}

/** What was done to the case beside its steps, with the reason that was given. */
function operatedLine(
  event: EngineEvent,
  named: (id: string) => string,
  detailWith: (reason: string) => { detail?: string },
): Line | undefined {
  const text = operationText(event, named);
  if (text === undefined || !('reason' in event)) return undefined;
  return { kind: 'operated', text, ...detailWith(event.reason) };
}

function operationText(event: EngineEvent, named: (id: string) => string): string | undefined {
  switch (event.type) {
    case 'ElementSkipped':
      return `跳过${named(event.elementId)}`;
    case 'ProcessInstanceSuspended':
      return '事项暂停办理';
    case 'ProcessInstanceResumed':
      return '事项恢复办理';
    case 'ProcessInstanceModified':
      return modifiedText(event, named);
    case 'ProcessInstanceMigrated':
      return '转到流程的另一版本';
    case 'LoopMemberAdded':
      return `${named(event.key)}加签（第 ${event.number} 个）`;
    case 'LoopMemberRemoved':
      return `${named(event.key)}减签（第 ${event.number} 个）`;
    default:
      return undefined;
  }
}

function modifiedText(
  { activated, terminated }: Extract<EngineEvent, { type: 'ProcessInstanceModified' }>,
  named: (id: string) => string,
): string {
  const ended = terminated.map((key) => named(key)).join('、');
  const begun = activated.map(named).join('、');
  return ['调整步骤', ended && `终止${ended}`, begun && `开始${begun}`].filter((part) => part).join('：');
}

function completedLine(
  key: string,
  name: string,
  entry: HistoryEntry,
  { clocks, fields, calendar, acts }: JournalReading,
): Line {
  const endings = [
    ...(clocks.get(key) ?? []).map((clock) => endingOf(clock, calendar)),
    acts.get(entry.commandId)?.reason ?? '',
  ].filter((text) => text !== '');
  return {
    kind: 'completed',
    text: `办结${name}`,
    ...(endings.length > 0 ? { detail: endings.join('；') } : {}),
    fields: fields.get(entry.commandId) ?? [],
    ...((clocks.get(key) ?? []).some(({ breachedAt }) => breachedAt !== null) && { isLate: true }),
  };
}

function openedLine(key: string, name: string, { clocks }: JournalReading): Line {
  const terms = (clocks.get(key) ?? []).map(termOf);
  return { kind: 'opened', text: `进入${name}`, ...(terms.length > 0 ? { detail: terms.join('；') } : {}) };
}
