import {
  callLevel,
  callsIn,
  stepLevel,
  stricterOf,
  wallsOf,
  type Confidentiality,
  type Walls,
} from '@wuqing/access';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import type { RunningBy } from './step-row.js';
import type { Work } from './unit-of-work.js';

interface Known {
  readonly process: Pick<ExecutableProcess, 'nodes'>;
  readonly walls: Walls;
}

type Step = RunningBy & { readonly elementId: string };

/** How far steps are closed: their own marks, those around them, and of all that called their case. Versions never change. */
export class StepLevels {
  private readonly versions = new Map<string, Known>();

  async of(work: Work, steps: readonly Step[]): Promise<Confidentiality[]> {
    await this.read(work, [...new Set(steps.flatMap((step) => [step.definitionChecksum, ...step.callers]))]);
    return steps.map((step) => this.levelOf(step));
  }

  private levelOf({ definitionChecksum, elementId, callers, callKey }: Step): Confidentiality {
    const calls = callsIn(callKey);
    return callers
      .map((checksum, depth) => {
        const { process, walls } = this.version(checksum);
        return callLevel(walls, process, calls[depth] ?? '');
      })
      .reduce(stricterOf, stepLevel(this.version(definitionChecksum).walls, elementId));
  }

  private version(checksum: string): Known {
    return required(this.versions.get(checksum), `process definition ${checksum}`);
  }

  private async read(work: Work, checksums: readonly string[]): Promise<void> {
    const unknown = checksums.filter((checksum) => !this.versions.has(checksum));
    if (unknown.length === 0) return;
    const rows = await work.query<{ checksum: string; compiled: ExecutableProcess }>(
      'SELECT checksum, compiled FROM process_definition_version WHERE checksum = ANY ($1)',
      [unknown],
    );
    for (const { checksum, compiled } of rows)
      this.versions.set(checksum, { process: { nodes: compiled.nodes }, walls: wallsOf(compiled) });
  }
}
