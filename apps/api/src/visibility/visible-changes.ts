import { Injectable } from '@nestjs/common';
import {
  changedAlerts,
  changedCases,
  changedMessages,
  changedNotices,
  changedTasks,
  liveChangesSince,
  type ChangedAlert,
  type ChangedCase,
  type ChangedStep,
  type LiveChange,
  type LiveCursor,
  type Statements,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { mayKnowAlert } from './alert-sight.js';
import { CaseReader } from './case-reader.js';
import { asKnown, type Known } from './known.js';
import { caseResource, isAddressedTo, taskResource } from './resources.js';
import type { StepSight } from './step-sight.js';

/** That a thing which the hearer may know of has changed; what it says now he asks where he reads it. */
export interface LiveNews {
  readonly topic: string;
  readonly id: string;
  /** Grows with each change; null where nothing counts it, or where counting would tell of what is closed. */
  readonly version: number | null;
  readonly caseId: string | null;
}

export interface NewsSince {
  readonly cursor: LiveCursor;
  /** False: the hearer begins anew, and asks for everything again. */
  readonly isWhole: boolean;
  /** Whose sessions ended. */
  readonly endedPersons: ReadonlySet<string>;
  /** Whether somebody's offices changed: whoever listens is to be looked at again before he hears anything. */
  readonly standingsMoved: boolean;
  readonly heardBy: (caller: Caller) => readonly Known<LiveNews>[];
}

/** What a hearer learns of one change; undefined where for him there was none. */
type Hearing = (caller: Caller) => LiveNews | undefined;

/** More than that at once is no news any more but another world: whoever listens begins anew. */
const CHANGES_MAX = 20_000;
const OURS: ReadonlySet<string> = new Set(['standing', 'session']);

/** Changes since a cursor, each for whoever may know of the thing: by the same rule as lists and pages. */
@Injectable()
export class VisibleChanges {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly cases: CaseReader,
  ) {}

  /** `until`: a cursor at which somebody else goes on. */
  async since(statements: Statements, cursor: LiveCursor, until?: LiveCursor): Promise<NewsSince> {
    const { changes, ...read } = await liveChangesSince(statements, cursor, CHANGES_MAX, until);
    const told = changes.filter(({ topic }) => !OURS.has(topic));
    const hearings = await this.hearingsOf(statements, told);
    return {
      ...read,
      endedPersons: new Set(changes.flatMap((one) => (one.topic === 'session' ? (one.personId ?? []) : []))),
      standingsMoved: changes.some(({ topic }) => topic === 'standing'),
      heardBy: (caller) =>
        hearings.flatMap((hearing) => {
          const news = hearing(caller);
          return news ? [asKnown(news)] : [];
        }),
    };
  }

  private async hearingsOf(statements: Statements, changes: readonly LiveChange[]): Promise<Hearing[]> {
    const rows = await changedRows(statements, changes);
    const sights = new Map<string, Promise<CaseSight | undefined>>();
    const sightOf = (id: string): Promise<CaseSight | undefined> => {
      const sight = sights.get(id) ?? this.sightOfCase(statements, rows.cases.get(id));
      sights.set(id, sight);
      return sight;
    };
    return Promise.all(
      changes.map(async (change): Promise<Hearing> => {
        if (change.topic === 'case') return hearingOfCase(change, await sightOf(change.id));
        const mayKnow = await this.knowersOf(change, rows, sightOf);
        return (caller) => (mayKnow(caller) ? newsOf(change) : undefined);
      }),
    );
  }

  /** Who may know of a change; nobody of what no line here says. */
  private async knowersOf(
    change: LiveChange,
    rows: ChangedRows,
    sightOf: (caseId: string) => Promise<CaseSight | undefined>,
  ): Promise<(caller: Caller) => boolean> {
    const { topic, id, personId, caseId } = change;
    if (topic === 'user-task' || topic === 'notice') return this.readersOf(rows.steps.get(id));
    if (topic === 'alert') return this.receiversOf(rows.alerts.get(id));
    if (personId === null) return () => false;
    if (caseId === null) return (caller) => caller.personId === personId;
    const sight = await sightOf(caseId);
    // Of a message: where it came to.
    const key = rows.messages.get(id) ?? null;
    return (caller) =>
      caller.personId === personId &&
      sight !== undefined &&
      sight.mayRead(caller) &&
      (key === null || sight.of(caller).knowsWaiting(key.slice(0, key.lastIndexOf('#'))));
  }

  private async readersOf(changed: ChangedStep | undefined): Promise<(caller: Caller) => boolean> {
    if (!changed) return () => false;
    const resource = taskResource(changed.step, await this.definitions.definitionOf(changed.step));
    return (caller) => caller.may('user-task.read', resource);
  }

  private async receiversOf(changed: ChangedAlert | undefined): Promise<(caller: Caller) => boolean> {
    if (!changed) return () => false;
    const definition = await this.definitions.definitionOf(changed.step);
    const { recipientPosition: positionKey, recipientUnitId: unitId } = changed;
    const isReceiver = isAddressedTo([{ positionKey, unitId }]);
    return (caller) => caller.access.positions.some(isReceiver) && mayKnowAlert(caller, changed, definition);
  }

  private async sightOfCase(
    statements: Statements,
    row: ChangedCase | undefined,
  ): Promise<CaseSight | undefined> {
    if (!row) return undefined;
    const definition = await this.definitions.definitionOf(row);
    return {
      mayRead: (caller) => caller.may('case.read', caseResource(row, definition, row.open, caller.personId)),
      of: await this.cases.sightFor(statements, row, definition),
    };
  }
}

interface CaseSight {
  readonly mayRead: (caller: Caller) => boolean;
  readonly of: (caller: Caller) => StepSight;
}

const newsOf = ({ topic, id, version, caseId }: LiveChange): LiveNews => ({ topic, id, version, caseId });

/**
 * Whoever does not know of everything in a case hears of it only what lists of cases show: that something was done would
 * tell him of what is closed. Of the steps that he knows he hears by themselves.
 */
const hearingOfCase =
  (change: LiveChange, sight: CaseSight | undefined): Hearing =>
  (caller) => {
    if (!sight?.mayRead(caller)) return undefined;
    const { knowsAll, knowsActorsElsewhere } = sight.of(caller);
    if (knowsAll && knowsActorsElsewhere) return newsOf(change);
    return change.inOutline ? { ...newsOf(change), version: null } : undefined;
  };

interface ChangedRows {
  readonly steps: ReadonlyMap<string, ChangedStep>;
  readonly alerts: ReadonlyMap<string, ChangedAlert>;
  readonly cases: ReadonlyMap<string, ChangedCase>;
  readonly messages: ReadonlyMap<string, string | null>;
}

async function changedRows(statements: Statements, changes: readonly LiveChange[]): Promise<ChangedRows> {
  const of = (topic: string) => changes.filter((change) => change.topic === topic);
  const read = <Row>(
    ids: readonly string[],
    rowsOf: (statements: Statements, ids: readonly string[]) => Promise<Row[]>,
  ): Promise<Row[]> => (ids.length === 0 ? Promise.resolve([]) : rowsOf(statements, ids));
  const idsOf = (topic: string): string[] => of(topic).map(({ id }) => id);
  const told = changes.flatMap(({ personId, caseId }) => (personId === null ? [] : (caseId ?? [])));
  const [tasks, notices, alerts, cases, messages] = await Promise.all([
    read(idsOf('user-task'), changedTasks),
    read(idsOf('notice'), changedNotices),
    read(idsOf('alert'), changedAlerts),
    read([...new Set([...idsOf('case'), ...told])], changedCases),
    read(idsOf('message'), changedMessages),
  ]);
  return {
    steps: byId([...tasks, ...notices]),
    alerts: byId(alerts),
    cases: byId(cases),
    messages: new Map(messages.map(({ id, elementKey }) => [id, elementKey])),
  };
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
