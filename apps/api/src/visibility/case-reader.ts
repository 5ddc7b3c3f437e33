import { Injectable } from '@nestjs/common';
import { stricterOf, type Action, type Resource } from '@wuqing/access';
import {
  casesOfCallTree,
  findAnyCase,
  latestCasesOf,
  stepHoldersOf,
  userTasksOfCase,
  userTasksOfCases,
  versionsLeftBy,
  type CaseRow,
  type CircleRow,
  type ProcessDefinitionVersion,
  type Statements,
  type SubmissionRow,
  type UserTaskRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { hasMarks, levelOf, wallsIn } from '../platform/process-facts.js';
import { CircleLooks } from './circle-looks.js';
import { asKnown, type Known } from './known.js';
import { caseResource, circleIn, taskResource } from './resources.js';
import { VisibleIdentities } from './visible-identities.js';
import { openSight, stepSightOf, type StepSight } from './step-sight.js';

/** A case whose reader may know of it, and of what in it. Only `CaseReader` makes one. */
export interface SeenCase {
  readonly row: Known<CaseRow>;
  readonly definition: ProcessDefinitionVersion;
  /** Of its open steps those that may be known. */
  readonly tasks: readonly Known<UserTaskRow>[];
  readonly resource: Resource;
  readonly sight: StepSight;
  readonly opened: OpenSubmissions;
}

/** What persons are called in these, to the reader whom the case or step was found for. */
export type OpenSubmissions = (
  work: Statements,
  submissions: readonly SubmissionRow[],
) => Promise<readonly SubmissionRow[]>;

/** Unknown and hidden are one answer. */
export const noSuchCase = () => notFound();

/** Finds a case for someone who may do `action` to it; another village's case does not exist. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly identities: VisibleIdentities,
    private readonly looks: CircleLooks,
  ) {}

  async require(work: Work, caller: Caller, id: string, action: Action = 'case.read'): Promise<SeenCase> {
    const seen = await this.find(work, caller, id);
    if (!seen) throw noSuchCase();
    caller.require(action, seen.resource);
    await this.looks.note(work, caller, id, seen.resource);
    return seen;
  }

  /** Undefined for what is not there and for what the caller may not know of. */
  async find(work: Work, caller: Caller, id: string): Promise<SeenCase | undefined> {
    const row = await findAnyCase(work, id);
    if (!row) return undefined;
    const definition = await this.definitions.definitionOf(row);
    const open = await userTasksOfCase(work, id);
    const resource = caseResource(row, definition, open, caller.personId);
    if (!caller.may('case.read', resource)) return undefined;
    const sight = await this.sightOf(work, caller, row, definition);
    const tasks = open.filter((task) => caller.may('user-task.read', taskResource(task, definition)));
    const opened: OpenSubmissions = (reading, submissions) =>
      this.identities.opened(reading, caller, { row, resource }, submissions);
    return { row: asKnown(row), definition, tasks: tasks.map(asKnown), resource, sight, opened };
  }

  /** Of the unit's latest cases of a process beside `caseId` those that the caller may know of, the latest first. */
  async *latest(
    work: Work,
    caller: Caller,
    of: Pick<UserTaskRow, 'processKey' | 'unitId' | 'caseId'>,
    many: number,
  ): AsyncGenerator<SeenCase> {
    for (const id of await latestCasesOf(work, of, many)) {
      const seen = await this.find(work, caller, id);
      if (seen) yield seen;
    }
  }

  /** Of these cases those that the caller may know of, in their order. */
  async known<Row extends { readonly id: string }>(
    work: Work,
    caller: Caller,
    rows: readonly (Row & CaseRow)[],
  ): Promise<Known<Row & CaseRow>[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const tasks = await userTasksOfCases(work, ids);
    const readable: Known<Row & CaseRow>[] = [];
    for (const row of rows) {
      const definition = await this.definitions.definitionOf(row);
      const own = tasks.filter(({ caseId }) => caseId === row.id);
      if (caller.may('case.read', caseResource(row, definition, own, caller.personId)))
        readable.push(asKnown(row));
    }
    return readable;
  }

  /** Of what in the case the caller may know. `left`: the versions that it has left behind, where they have been read. */
  async sightOf(
    work: Statements,
    caller: Caller,
    row: SightedCase,
    definition: ProcessDefinitionVersion,
    left?: readonly string[],
  ): Promise<StepSight> {
    return (await this.sightFor(work, row, definition, left))(caller);
  }

  /** The same for any number of callers; the steps are looked up only where something is closed. */
  async sightFor(
    work: Statements,
    row: SightedCase,
    definition: ProcessDefinitionVersion,
    left?: readonly string[],
  ): Promise<(caller: Caller) => StepSight> {
    const { callers, callKey } = row;
    const older = await Promise.all(
      (left ?? (await versionsLeftBy(work, row.id))).map((definitionChecksum) =>
        this.definitions.definitionOf({ definitionChecksum, callers, callKey }),
      ),
    );
    const processes = [definition, ...older].map(({ compiled }) => compiled);
    const knowsActorsElsewhere = await this.isOpenAround(work, row, definition);
    if (!processes.some(hasMarks)) return () => ({ ...openSight, knowsActorsElsewhere });
    const steps = await stepHoldersOf(work, row.id);
    const walls = processes.map(wallsIn);
    const { unitId } = row;
    return (caller) => stepSightOf(caller, { unitId, walls, steps, knowsActorsElsewhere, ...circleIn(row) });
  }

  /** Whether nothing in the cases that call each other around this one is closed further than it. */
  private async isOpenAround(
    work: Statements,
    { id, callers }: SightedCase,
    { compiled }: ProcessDefinitionVersion,
  ): Promise<boolean> {
    const calls = Object.values(compiled.nodes).some(({ type }) => type === 'callActivity');
    if (!calls && callers.length === 0) return true;
    const others = (await casesOfCallTree(work, id)).filter((row) => row.id !== id);
    const around = await Promise.all(others.map((row) => this.definitions.definitionOf(row)));
    const level = levelOf(compiled);
    return around.every(
      (other) => !hasMarks(other.compiled) && stricterOf(levelOf(other.compiled), level) === level,
    );
  }
}

type SightedCase = Pick<CaseRow, 'id' | 'unitId' | 'callers' | 'callKey' | keyof CircleRow>;
