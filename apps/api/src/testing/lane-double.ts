import { createHash, randomUUID } from 'node:crypto';
import type { CommandDispatch, DispatchAnswer } from '@wuqing/command-dispatch';
import {
  advance,
  evolve,
  initialState,
  type EngineContext,
  type ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import {
  definitionByChecksum,
  findAnyCase,
  recordEntry,
  settleCommand,
  systemActor,
  type CommandRow,
  OrganizationReader,
  StepLevels,
  type EntryContext,
  type ProcessDefinitionVersion,
  type UnitOfWork,
} from '@wuqing/persistence';
import { deliberationFunctions } from '@wuqing/deliberation';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';

const ACTOR = systemActor('lane-double');

/** Stands for Temporal and the worker in specs of the API: the same engine and journal, one command at a time. */
export class LaneDouble implements Pick<CommandDispatch, 'send'> {
  /** `away`: nobody answers, as when Temporal is down. */
  mode: 'here' | 'away' = 'here';
  private lane: Promise<unknown> = Promise.resolve();
  private readonly states = new Map<string, { state: ProcessInstanceState; position: number }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly now: () => number,
  ) {}

  async send(row: CommandRow): Promise<DispatchAnswer> {
    if (this.mode === 'away') return 'pending';
    const answer = this.lane.then(() => this.carryOut(row));
    this.lane = answer.catch(() => undefined);
    return answer;
  }

  private async carryOut(row: CommandRow): Promise<DispatchAnswer> {
    const { definition, offsetMs } = await this.caseOf(row.caseId);
    const at = this.now() + offsetMs;
    const { state, position } = this.states.get(row.caseId) ?? { state: initialState(), position: 0 };
    const decided = advance(definition.compiled, state, row.body.command, engineContext(at));
    if (!decided.ok) return this.settle(row, { status: 'rejected', rejection: decided.error });
    const { events, effects } = decided.value;
    const after = events.reduce(evolve, state);
    const proposal = {
      caseId: row.caseId,
      definitionChecksum: definition.checksum,
      position,
      commandId: row.id,
      commandKind: row.kind,
      actorId: row.actorId,
      ...(row.taskRowVersion === null ? {} : { taskRowVersion: row.taskRowVersion }),
      at,
      events,
      effects,
      statusAfter: after.status,
    };
    const doors = { unitOfWork: this.unitOfWork, actor: ACTOR };
    const answer = await recordEntry(doors, proposal, entryContext(definition));
    if (answer.kind === 'conflict') return this.settle(row, { status: 'conflict', message: answer.message });
    if (answer.kind === 'otherwise') throw new Error('Expected no questions: the double asks none');
    if (answer.kind === 'standing') return answer.own ?? 'pending';
    this.states.set(row.caseId, { state: after, position: position + 1 });
    return answer.outcome;
  }

  private async settle(
    row: CommandRow,
    outcome: Exclude<DispatchAnswer, 'pending'>,
  ): Promise<DispatchAnswer> {
    const stands = await this.unitOfWork.run(ACTOR, (work) =>
      settleCommand(work, row.id, { ...outcome } as never, this.now()),
    );
    return stands as never;
  }

  private caseOf(caseId: string): Promise<{ definition: ProcessDefinitionVersion; offsetMs: number }> {
    return this.unitOfWork.run(ACTOR, async (work) => {
      const row = (await findAnyCase(work, caseId))!;
      return {
        definition: (await definitionByChecksum(work, row.definitionChecksum))!,
        offsetMs: row.clockOffsetMs,
      };
    });
  }
}

const hostFunctions = { ...feelHostFunctions(indexCalendar(officialCalendar)), ...deliberationFunctions };

const engineContext = (at: number): EngineContext => ({
  now: instant(at),
  timeZone: 'Asia/Shanghai',
  flags: [],
  hostFunctions,
});

/** Candidates in the case's own village; one clock of two working days a task. */
const entryContext = (definition: ProcessDefinitionVersion): EntryContext => ({
  process: definition.compiled,
  isCalled: false,
  inCalled: () => entryContext(definition),
  planClocks: (_task, at) => [
    {
      name: '办理期限',
      policy: { term: '2W', unconfirmed: true },
      anchor: '2026-08-24',
      dueOn: '2026-08-26',
      provisional: false,
      instants: [{ kind: 'due', rung: 0, at: at + 2 * 86_400_000, recipients: [] }],
    },
  ],
  moveClock: (clock) => clock,
  continueClock: (clock) => clock,
  pauseClock: (clock, at) => ({ ...clock, state: 'paused', pausedAt: at }),
  resumeClock: (clock) => ({ ...clock, state: 'running', pausedAt: null }),
  planNotices: () => [],
  holderOf: (positionKey, unitId) => ({ positionKey, unitId }),
  organizationIn: (work) => new OrganizationReader().at(work, 0),
  levels: new StepLevels(),
  newId: randomUUID,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
});
