import { Injectable } from '@nestjs/common';
import { isWalled, mayRead } from '@wuqing/access';
import {
  definitionsOfCases,
  type OutOfSight,
  type ProcessDefinitionVersion,
  type RunningBy,
  type Statements,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, wallsIn } from '../platform/process-facts.js';

const KEPT_MS = 60_000;

/** Which definitions' cases a list may name: of processes at level T and N not even the titles. */
@Injectable()
export class ListedDefinitions {
  private walled:
    { readonly value: readonly ProcessDefinitionVersion[]; readonly readAt: number } | undefined;

  constructor(
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Checksums of definitions whose cases a list leaves out, as they were a minute ago at most: so that what is hidden need not be
   * read. What has come since is read and not shown: whoever asks this asks `lists` for each row as well.
   */
  async hiddenFrom(work: Statements, caller: Caller): Promise<string[]> {
    const isShown = shownTo(caller);
    return (await this.walledOnes(work)).filter((one) => !isShown(one)).map(({ checksum }) => checksum);
  }

  /** Whether a list may name cases that run so, for all of these at once; of level N each case is asked for its list. */
  async lists(caller: Caller, runs: readonly Run[]): Promise<(run: Run) => boolean> {
    const isShown = askedOf(caller);
    const shown = new Map<string, boolean>();
    for (const checksum of new Set(runs.flatMap(checksumsOf)))
      shown.set(checksum, isShown(await this.definitions.definition(checksum)));
    return (run) => checksumsOf(run).every((checksum) => shown.get(checksum) === true);
  }

  /** Checksums of the definitions whose cases everybody of the unit's officials may see. */
  async open(work: Statements): Promise<string[]> {
    return (await this.inUse(work)).filter(isOpen).map(({ checksum }) => checksum);
  }

  /** The same, with those at level T for whoever reads that level somewhere, and those at N; each case is still asked for. */
  async for(work: Statements, caller: Caller): Promise<string[]> {
    return (await this.inUse(work)).filter(askedOf(caller)).map(({ checksum }) => checksum);
  }

  /** What is not public, whoever asks. */
  async outOfSight(work: Statements): Promise<OutOfSight> {
    const inUse = await this.inUse(work);
    return {
      checksums: inUse.filter((one) => !isOpen(one)).map(({ checksum }) => checksum),
      steps: inUse.flatMap(({ checksum, compiled }) =>
        [...wallsIn(compiled).own]
          .filter(([, { level }]) => isWalled(level))
          .map(([elementId]) => ({ checksum, elementId })),
      ),
    };
  }

  private async walledOnes(work: Statements): Promise<readonly ProcessDefinitionVersion[]> {
    const now = this.clock.now();
    if (this.walled && Math.abs(now - this.walled.readAt) < KEPT_MS) return this.walled.value;
    const value = (await this.inUse(work)).filter((one) => !isOpen(one));
    this.walled = { value, readAt: now };
    return value;
  }

  private async inUse(work: Statements): Promise<ProcessDefinitionVersion[]> {
    return Promise.all(
      (await definitionsOfCases(work)).map((checksum) => this.definitions.definition(checksum)),
    );
  }
}

type Run = Omit<RunningBy, 'callKey'>;

const checksumsOf = ({ definitionChecksum, callers }: Run): readonly string[] => [
  definitionChecksum,
  ...callers,
];

const isOpen = ({ compiled }: ProcessDefinitionVersion): boolean => !isWalled(levelOf(compiled));

/** Level T is open to whoever reads it in some unit; a position that reads it anywhere reads it in the first of its own. */
function shownTo({ access }: Caller): (one: ProcessDefinitionVersion) => boolean {
  const readsT = access.positions.some(
    ({ reach: [unitId] }) => unitId !== undefined && mayRead('T', access, { unitId }),
  );
  return (one) => isOpen(one) || (readsT && levelOf(one.compiled) === 'T');
}

/** The same, with level N, which goes by the list of each case. */
function askedOf(caller: Caller): (one: ProcessDefinitionVersion) => boolean {
  const isShown = shownTo(caller);
  return (one) => isShown(one) || levelOf(one.compiled) === 'N';
}
