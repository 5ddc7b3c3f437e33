import { Injectable } from '@nestjs/common';
import { callsIn } from '@wuqing/access';
import { required } from '@wuqing/kernel';
import {
  FactsUnitOfWork,
  definitionByChecksum,
  definitionInForce,
  definitionsInForce,
  formByChecksum,
  newestCalendar,
  systemActor,
  type FormVersion,
  type ProcessDefinitionVersion,
  type RunningBy,
  type Work,
} from '@wuqing/persistence';
import { indexCalendar, readCalendar, type IndexedCalendar } from '@wuqing/working-calendar';
import { Clock } from './clock.js';
import { callerAt, checkingStepsOf, closedAsFar } from './process-facts.js';

const READER = systemActor('api');
const KEPT_MAX = 200;
const CALENDAR_KEPT_MS = 60_000;

/** Published definitions and forms never change, so each is read once; the calendar once a minute. */
@Injectable()
export class DefinitionStore {
  private readonly definitions = new Map<string, ProcessDefinitionVersion>();
  private readonly forms = new Map<string, FormVersion>();
  private checking: readonly string[] | undefined;
  private calendar: { readonly value: IndexedCalendar; readonly readAt: number } | undefined;

  constructor(
    private readonly unitOfWork: FactsUnitOfWork,
    private readonly clock: Clock,
  ) {}

  inForce(work: Work): Promise<ProcessDefinitionVersion[]> {
    return definitionsInForce(work);
  }

  inForceOf(work: Work, key: string): Promise<ProcessDefinitionVersion | null> {
    return definitionInForce(work, key);
  }

  /** The version that a case row names; its absence is a bug. */
  async definition(checksum: string): Promise<ProcessDefinitionVersion> {
    return this.kept(
      this.definitions,
      checksum,
      (work) => definitionByChecksum(work, checksum),
      'process definition',
    );
  }

  /** The version that a case runs by, closed as far as the strictest of those who called it, where they called it. */
  async definitionOf({ definitionChecksum, callers, callKey }: RunningBy): Promise<ProcessDefinitionVersion> {
    const own = await this.definition(definitionChecksum);
    if (callers.length === 0) return own;
    const calls = callsIn(callKey);
    const above = await Promise.all(callers.map((checksum) => this.definition(checksum)));
    const around = above.map(({ compiled }, depth) => callerAt(compiled, calls[depth] ?? ''));
    return { ...own, compiled: closedAsFar(own.compiled, around) };
  }

  /** The versions by which all of these run, each looked up once. */
  async definitionsOf(rows: readonly RunningBy[]): Promise<(row: RunningBy) => ProcessDefinitionVersion> {
    const found = new Map<string, ProcessDefinitionVersion>();
    for (const row of rows) {
      const run = runOf(row);
      if (!found.has(run)) found.set(run, this.keptOf(row) ?? (await this.definitionOf(row)));
    }
    return (row) => required(found.get(runOf(row)), `the definition of ${row.definitionChecksum}`);
  }

  /** Ids of steps that check others' work in some definition that is kept: of a step that is not among them nothing is said yet. */
  checkingSteps(): readonly string[] {
    this.checking ??= [
      ...new Set([...this.definitions.values()].flatMap(({ compiled }) => checkingStepsOf(compiled))),
    ];
    return this.checking;
  }

  /** The version by which a case runs that nobody called, where it is kept. */
  private keptOf({ definitionChecksum, callers }: RunningBy): ProcessDefinitionVersion | undefined {
    return callers.length === 0 ? this.definitions.get(definitionChecksum) : undefined;
  }

  /** The form that this definition shows under `formKey`; undefined where the step has none. */
  async form(definition: ProcessDefinitionVersion, formKey: string | null): Promise<FormVersion | undefined> {
    const checksum = formKey === null ? undefined : definition.forms[formKey];
    if (checksum === undefined) return undefined;
    return this.kept(this.forms, checksum, (work) => formByChecksum(work, checksum), 'form');
  }

  /** All forms that belong to this definition. */
  async formsOf(definition: ProcessDefinitionVersion): Promise<FormVersion[]> {
    const forms = await Promise.all(Object.keys(definition.forms).map((key) => this.form(definition, key)));
    return forms.filter((form) => form !== undefined);
  }

  async workingCalendar(): Promise<IndexedCalendar> {
    const now = this.clock.now();
    if (this.calendar && Math.abs(now - this.calendar.readAt) < CALENDAR_KEPT_MS) return this.calendar.value;
    const row = required(await this.unitOfWork.run(READER, newestCalendar), 'a calendar version');
    const read = readCalendar(row.content);
    if (!read.ok) throw new Error(`Expected a readable calendar in version ${row.version}: ${read.error}`);
    this.calendar = { value: indexCalendar(read.value), readAt: now };
    return this.calendar.value;
  }

  private async kept<T>(
    store: Map<string, T>,
    checksum: string,
    read: (work: Work) => Promise<T | null>,
    what: string,
  ): Promise<T> {
    const known = store.get(checksum);
    if (known) return known;
    const found = required(await this.unitOfWork.run(READER, read), `${what} ${checksum}`);
    const [oldest] = store.keys();
    if (store.size >= KEPT_MAX && oldest !== undefined) store.delete(oldest);
    store.set(checksum, found);
    this.checking = undefined;
    return found;
  }
}

const runOf = ({ definitionChecksum, callers, callKey }: RunningBy): string =>
  callers.length === 0 ? definitionChecksum : [definitionChecksum, ...callers, callKey].join(' ');
