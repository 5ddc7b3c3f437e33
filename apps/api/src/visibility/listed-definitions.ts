import { Injectable } from '@nestjs/common';
import { isWalled, mayRead } from '@wuqing/access';
import {
  definitionsOfCases,
  type OutOfSight,
  type ProcessDefinitionVersion,
  type Statements,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf, wallsIn } from '../platform/process-facts.js';

/** Which definitions' cases a list may name: of processes at level T and N not even the titles. */
@Injectable()
export class ListedDefinitions {
  constructor(private readonly definitions: DefinitionStore) {}

  /** Checksums of the definitions whose cases everybody of the unit's officials may see. */
  async open(work: Statements): Promise<string[]> {
    return (await this.inUse(work)).filter(isOpen).map(({ checksum }) => checksum);
  }

  /** The same, with those at level T for whoever reads that level somewhere; each case is still asked for. */
  async for(work: Statements, caller: Caller): Promise<string[]> {
    const readsT = caller.access.reach.some((unitId) => mayRead('T', caller.access, { unitId }));
    const listed = (await this.inUse(work)).filter(
      (one) => isOpen(one) || (readsT && levelOf(one.compiled) === 'T'),
    );
    return listed.map(({ checksum }) => checksum);
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

  private async inUse(work: Statements): Promise<ProcessDefinitionVersion[]> {
    return Promise.all(
      (await definitionsOfCases(work)).map((checksum) => this.definitions.definition(checksum)),
    );
  }
}

const isOpen = ({ compiled }: ProcessDefinitionVersion): boolean => !isWalled(levelOf(compiled));
