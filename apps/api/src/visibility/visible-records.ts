import { Injectable } from '@nestjs/common';
import {
  casesOfCallTree,
  extensionValuesOf,
  findAnyCase,
  findCommand,
  findMessage,
  findNotice,
  findSightedCase,
  findUserTask,
  hangingNotices,
  linkedCasesOf,
  listNotices,
  noticesBeside,
  noticesByCode,
  stuckAmong,
  submissionsOf,
  variablesBroughtBy,
  type CaseRow,
  type CommandRow,
  type LinkedCaseRow,
  type MessageRow,
  type NoticePage,
  type ProcessDefinitionVersion,
  type PublicNotice,
  type SubmissionRow,
  type UserTaskRow,
  type Statements,
  type Work,
} from '@wuqing/persistence';
import { required, type JsonObject } from '@wuqing/kernel';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader, type OpenSubmissions, type SeenCase } from './case-reader.js';
import { CircleLooks } from './circle-looks.js';
import { asKnown, type Known } from './known.js';
import { ListedDefinitions } from './listed-definitions.js';
import { taskResource } from './resources.js';
import { VisibleIdentities } from './visible-identities.js';

/** On a board at once; a village that publishes more has them on the pages of their months. */
const HANGING_MAX = 100;
/** Of one matter, on the page of one of them. */
const BESIDE_MAX = 20;

export interface SeenTask {
  readonly row: Known<UserTaskRow>;
  readonly definition: ProcessDefinitionVersion;
  readonly opened: OpenSubmissions;
}

export interface OwnWrite {
  readonly row: Known<CaseRow>;
  readonly task: Known<UserTaskRow> | undefined;
  /** Whether the place in the journal tells the sender nothing that he may not know. */
  readonly mayCount: boolean;
}

export type SeenCommand = Omit<CommandRow, 'caseId'> & { readonly caseId: string | null };

/** Single records that name a case, each for whoever may know of it: what may not be known is not there. */
@Injectable()
export class VisibleRecords {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly cases: CaseReader,
    private readonly listed: ListedDefinitions,
    private readonly identities: VisibleIdentities,
    private readonly looks: CircleLooks,
  ) {}

  async task(work: Statements, caller: Caller, id: string): Promise<SeenTask | undefined> {
    const row = await findUserTask(work, id);
    if (!row) return undefined;
    const definition = await this.definitions.definitionOf(row);
    const resource = taskResource(row, definition);
    if (!caller.may('user-task.read', resource)) return undefined;
    const around = { row: { ...row, id: row.caseId }, resource };
    const opened: OpenSubmissions = (reading, submissions) =>
      this.identities.opened(reading, caller, around, submissions);
    await this.looks.note(work, caller, row.caseId, resource);
    return { row: asKnown(row), definition, opened };
  }

  /** For the answer to an act on it that the caller was allowed in this request. */
  async askedTask(work: Work, id: string): Promise<Known<UserTaskRow>> {
    return asKnown(required(await findUserTask(work, id), `user task ${id}`));
  }

  async case(work: Work, caller: Caller, id: string): Promise<Known<CaseRow> | undefined> {
    const row = await findAnyCase(work, id);
    return row && (await this.cases.known(work, caller, [row]))[0];
  }

  /** The case it came out of, and those that came out of it. */
  async linked(work: Work, caller: Caller, { row }: SeenCase): Promise<Known<LinkedCaseRow>[]> {
    return this.cases.known(work, caller, await linkedCasesOf(work, row.id));
  }

  /** Of the cases that call each other around one that the caller reads, those that he may know of; the root first. */
  async callTree(work: Work, caller: Caller, { row }: SeenCase): Promise<Known<CaseRow>[]> {
    const rows = await casesOfCallTree(work, row.id);
    return rows.length === 1 ? [row] : this.cases.known(work, caller, rows);
  }

  /** Ids of those of these cases that are stuck where the caller may know of it. */
  async stuckAmong(work: Work, caller: Caller, rows: readonly Known<CaseRow>[]): Promise<string[]> {
    const stuck = await stuckAmong(
      work,
      rows.map(({ id }) => id),
    );
    const ids = new Set<string>();
    for (const row of rows.filter(({ id }) => stuck.some((one) => one.id === id))) {
      const sight = await this.cases.sightOf(work, caller, row, await this.definitions.definitionOf(row));
      if (stuck.some(({ id, elementId }) => id === row.id && sight.knows(elementId))) ids.add(row.id);
    }
    return [...ids];
  }

  /** What became of a command of the caller's own; of its case and step he reads only what he may know of now. */
  async command(work: Work, caller: Caller, id: string): Promise<Known<SeenCommand> | undefined> {
    const row = await findCommand(work, id);
    if (row?.actorId !== caller.personId) return undefined;
    const seen = await this.case(work, caller, row.caseId);
    if (!seen) return asKnown({ ...withoutPlace(row), caseId: null, userTaskId: null });
    return asKnown((await this.mayCount(work, caller, seen)) ? row : withoutPlace(row));
  }

  /** Whether the caller knows of everything that is written of the case and of those that call each other around it. */
  private async mayCount(
    work: Statements,
    caller: Caller,
    row: CaseRow,
    left?: readonly string[],
  ): Promise<boolean> {
    const definition = await this.definitions.definitionOf(row);
    const sight = await this.cases.sightOf(work, caller, row, definition, left);
    return sight.knowsAll && sight.knowsActorsElsewhere;
  }

  /**
   * What became of a message of the caller's own. One that came to where he may not know that anybody waited is for him one
   * that nobody waited for. `now`: epoch ms.
   */
  async message(work: Work, caller: Caller, id: string, now: number): Promise<Known<MessageRow> | undefined> {
    const row = await findMessage(work, id);
    if (row?.publishedBy !== caller.personId) return undefined;
    if (row.caseId === null || (await this.knowsReceiver(work, caller, row.caseId, row.elementKey)))
      return asKnown(row);
    return asKnown({ ...row, caseId: null, state: row.expiresAt > now ? 'buffered' : 'expired' });
  }

  private async knowsReceiver(
    work: Work,
    caller: Caller,
    caseId: string,
    elementKey: string | null,
  ): Promise<boolean> {
    const row = await this.case(work, caller, caseId);
    if (!row || elementKey === null) return row !== undefined;
    const sight = await this.cases.sightOf(work, caller, row, await this.definitions.definitionOf(row));
    return sight.knowsWaiting(elementKey.slice(0, elementKey.lastIndexOf('#')));
  }

  /** The sender's own write: he was allowed the act, and reads what became of it. */
  async ownWrite(
    work: Statements,
    caller: Caller,
    { caseId }: CommandRow,
    taskId: string | undefined,
  ): Promise<OwnWrite> {
    const [found, task] = await Promise.all([
      findSightedCase(work, caseId),
      taskId === undefined ? undefined : findUserTask(work, taskId),
    ]);
    const row = required(found, `case ${caseId} of a command`);
    return {
      row: asKnown(row),
      task: task && asKnown(task),
      mayCount: await this.mayCount(work, caller, row, row.versionsLeft),
    };
  }

  /** What is public, with its step. */
  async notice(work: Work, id: string) {
    const notice = await findNotice(work, await this.listed.outOfSight(work), id);
    return notice && { notice: asKnown(notice), task: await findUserTask(work, notice.userTaskId) };
  }

  /** Those that still hang at `now`. */
  async hangingNotices(
    work: Work,
    asked: Omit<Parameters<typeof hangingNotices>[2], 'limit'>,
  ): Promise<Known<PublicNotice>[]> {
    const rows = await hangingNotices(work, await this.listed.outOfSight(work), {
      ...asked,
      limit: HANGING_MAX,
    });
    return rows.map(asKnown);
  }

  /** What its case has made public besides it. */
  async noticesBeside(work: Work, notice: Known<PublicNotice>): Promise<Known<PublicNotice>[]> {
    const outOfSight = await this.listed.outOfSight(work);
    return (await noticesBeside(work, outOfSight, notice, BESIDE_MAX)).map(asKnown);
  }

  async noticesByCode(work: Work, code: string): Promise<Known<PublicNotice>[]> {
    return (await noticesByCode(work, await this.listed.outOfSight(work), code)).map(asKnown);
  }

  /** What was submitted in the case of a notice before it was published; each reader is shown of it only what is public. */
  async submittedBefore(
    work: Work,
    { caseId, publishedAt }: Known<PublicNotice>,
  ): Promise<Known<SubmissionRow>[]> {
    const all = await submissionsOf(work, caseId);
    return all.filter(({ submittedAt }) => submittedAt <= publishedAt).map(asKnown);
  }

  /** What was counted at a meeting whose result is public; by the command that recorded it. */
  async countsOf(
    work: Work,
    submissions: readonly Known<SubmissionRow>[],
  ): Promise<ReadonlyMap<string, JsonObject>> {
    const ids = submissions.map(({ commandId }) => commandId);
    const brought = ids.length > 0 ? await variablesBroughtBy(work, ids) : [];
    return new Map(brought.map(({ id, variables }) => [id, variables ?? {}]));
  }

  /** What an extension of a step said when the step opened whose result is public: whose meeting it was. */
  async openedWith(work: Work, { userTaskId }: Known<SubmissionRow>, extension: string): Promise<JsonObject> {
    const task = await findUserTask(work, userTaskId);
    return (task && (await extensionValuesOf(work, task.caseId, task.elementKey, extension))) ?? {};
  }

  async notices(
    work: Work,
    page: NoticePage,
  ): Promise<{ readonly rows: readonly Known<PublicNotice>[]; readonly total: number }> {
    const { rows, total } = await listNotices(work, await this.listed.outOfSight(work), page);
    return { rows: rows.map(asKnown), total };
  }
}

/** From the place of his own entries somebody would count those that he may not know of. */
const withoutPlace = <Told extends { readonly outcome: JsonObject | null }>(told: Told): Told =>
  told.outcome === null ? told : { ...told, outcome: placeless(told.outcome) };

export const placeless = <Outcome extends object>(outcome: Outcome): Omit<Outcome, 'position'> => {
  const { position: _position, ...rest } = outcome as Outcome & { readonly position?: unknown };
  return rest;
};
