import type { Bindings } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';
import {
  bindCalled,
  decisionByChecksum,
  versionedProcess,
  type Actor,
  type UnitOfWork,
  type Work,
} from '@wuqing/persistence';
import { indexCalendar, type IndexedCalendar, type WorkingCalendar } from '@wuqing/working-calendar';

export interface CalendarVersion {
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: number;
}

interface LoadedCalendar {
  readonly version: CalendarVersion;
  readonly index: IndexedCalendar;
}

/** Published definitions never change, so a worker reads each once. */
export class DefinitionStore {
  private readonly processes = new Map<string, ExecutableProcess>();
  private current: LoadedCalendar | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actor: Actor,
  ) {}

  async process(checksum: string): Promise<ExecutableProcess> {
    return (
      this.processes.get(checksum) ??
      this.unitOfWork.run(this.actor, (work) => this.processIn(work, checksum))
    );
  }

  private async processIn(work: Work, checksum: string): Promise<ExecutableProcess> {
    const known = this.processes.get(checksum);
    if (known) return known;
    const rows = await work.query<{ compiled: ExecutableProcess }>(
      'SELECT compiled FROM process_definition_version WHERE checksum = $1',
      [checksum],
    );
    if (!rows[0]) throw new Error(`Expected a process definition with checksum ${checksum}`);
    const process = versionedProcess({ ...rows[0], checksum });
    this.processes.set(checksum, process);
    return process;
  }

  /** The versions that a case of these definitions goes by now where it calls; `kept` by key stay. */
  bindings(checksums: readonly string[], kept: Readonly<Record<string, string>>): Promise<Bindings> {
    return this.unitOfWork.run(this.actor, (work) =>
      bindCalled(work, checksums, kept, (caller) => this.processIn(work, caller)),
    );
  }

  decision(checksum: string): Promise<CompiledDecision> {
    return this.unitOfWork.run(this.actor, (work) => decisionByChecksum(work, checksum));
  }

  /** The newest calendar, or at least version `atLeast`. */
  async calendar(atLeast = 0): Promise<CalendarVersion> {
    return (await this.loaded(atLeast)).version;
  }

  /** The same calendar, countable. */
  async calendarIndex(atLeast = 0): Promise<IndexedCalendar> {
    return (await this.loaded(atLeast)).index;
  }

  private async loaded(atLeast: number): Promise<LoadedCalendar> {
    if (this.current && this.current.version.calendarVersion >= atLeast) return this.current;
    const rows = await this.unitOfWork.run(this.actor, (work) =>
      work.query<CalendarVersion>(
        'SELECT content AS calendar, version AS "calendarVersion" FROM calendar_version ORDER BY version DESC LIMIT 1',
      ),
    );
    if (!rows[0]) throw new Error('Expected a calendar version, found none');
    this.current = { version: rows[0], index: indexCalendar(rows[0].calendar) };
    return this.current;
  }
}
