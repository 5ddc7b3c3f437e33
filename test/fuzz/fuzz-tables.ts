/** One table of what random runs must meet: every cell of these rows and columns, save where `isDue` says no. */
export interface FuzzTable {
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const SCOPES = ['subProcess', 'transaction', 'adHoc', 'callActivity'];
const SERVICES = ['serviceTask', 'sendingService', 'decidingService'];
const WAITING = ['userTask', 'receiveTask', ...SERVICES, ...SCOPES];
const ACTIVITIES = ['task', 'scriptTask', 'sendTask', 'businessRuleTask', ...WAITING];
const LOOPS = ['once', 'parallel', 'sequential', 'standard'];

const both = (kinds: readonly string[]): string[] => kinds.flatMap((kind) => [kind, `${kind} beside`]);
const CAUGHT = ['timer (duration)', 'timer (date)', 'message', 'signal', 'conditional'];
const WAITED = [...both(CAUGHT), 'timer (cycle) beside'];
const ERRORS = ['error', 'error by code'];
const ESCALATIONS = both(['escalation', 'escalation by code']);
const CATCHERS = [...WAITED, ...ERRORS, ...ESCALATIONS];

const COMMANDS = [
  'StartProcessInstance',
  'CompleteUserTask',
  'TriggerTimer',
  'CorrelateMessage',
  'TriggerSignal',
  'CompleteServiceTask',
  'ThrowServiceError',
  'FailServiceTask',
  'ReturnToStep',
  'ResolveIncident',
  'SkipElement',
  'SuspendProcessInstance',
  'ResumeProcessInstance',
  'ModifyProcessInstance',
  'MigrateProcessInstance',
  'ActivateAdHocElements',
  'AddMultiInstanceMember',
  'RemoveMultiInstanceMember',
  'CancelProcessInstance',
];

export const tables: readonly FuzzTable[] = [
  {
    name: 'activity',
    rows: ACTIVITIES,
    columns: [...LOOPS, 'mapped', 'undoable', 'undoes', 'behind a gateway'],
  },
  { name: 'boundary', rows: [...CATCHERS, 'cancel'], columns: ACTIVITIES },
  { name: 'boundary of a loop', rows: [...CATCHERS, 'cancel'], columns: LOOPS },
  {
    name: 'event sub-process',
    rows: [...CATCHERS, 'compensation'],
    columns: ['process', ...SCOPES, 'eventSubProcess'],
  },
  { name: 'start', rows: ['none', ...CAUGHT, 'timer (cycle)'], columns: ['process', 'subProcess'] },
  {
    name: 'intermediateCatchEvent',
    rows: [...CAUGHT, 'link'],
    columns: ['flow', 'gateway'],
  },
  {
    name: 'intermediateThrowEvent',
    rows: ['none', 'message', 'signal', 'escalation', 'compensation', 'compensation of one', 'link'],
    columns: ['flow'],
  },
  {
    name: 'endEvent',
    rows: ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'terminate', 'cancel'],
    columns: ['flow'],
  },
  {
    name: 'gateway',
    rows: ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway'],
    columns: ['splits', 'joins'],
  },
  { name: 'command', rows: COMMANDS, columns: ['carried out', 'refused'] },
  {
    name: 'incident',
    rows: ['condition', 'text', 'service-failed', 'unhandled-error', 'starved-join'],
    columns: ['raised'],
  },
];

/** Cells that must be met: where BPMN has such an event, and something can make it happen there. */
export function isDue(table: string, row: string, column: string): boolean {
  switch (table) {
    case 'activity':
      return column !== 'behind a gateway' || row === 'receiveTask';
    case 'boundary':
      return isDueAt(row, column);
    case 'boundary of a loop':
      return true;
    case 'event sub-process':
      if (row === 'compensation') return column === 'subProcess' || column === 'transaction';
      return true;
    case 'start':
      return column === 'process' || row === 'none';
    case 'intermediateCatchEvent':
      return column === 'flow' || ['timer (duration)', 'message', 'signal', 'conditional'].includes(row);
    case 'gateway':
      return row !== 'eventBasedGateway' || column === 'splits';
    case 'command':
      return column === 'carried out';
    default:
      return true;
  }
}

/** Who waits can be interrupted; services and scopes throw errors, scopes escalations; a transaction is canceled. */
function isDueAt(row: string, host: string): boolean {
  if (row === 'cancel') return host === 'transaction';
  if (row.startsWith('error')) return SERVICES.includes(host) || SCOPES.includes(host);
  if (row.startsWith('escalation')) return SCOPES.includes(host);
  return WAITING.includes(host);
}
