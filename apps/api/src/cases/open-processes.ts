import { Injectable } from '@nestjs/common';
import { definitionsOfCases, type Work } from '@wuqing/persistence';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf } from '../platform/process-facts.js';

/** Which definitions' cases a list may name: of processes at level T and N not even the titles. */
@Injectable()
export class OpenProcesses {
  constructor(private readonly definitions: DefinitionStore) {}

  /** Checksums of the definitions whose cases everybody of the unit's officials may see. */
  async listed(work: Work): Promise<string[]> {
    const checksums = await definitionsOfCases(work);
    const open: string[] = [];
    for (const checksum of checksums) {
      const level = levelOf((await this.definitions.definition(checksum)).compiled);
      if (level === 'P' || level === 'V') open.push(checksum);
    }
    return open;
  }
}
