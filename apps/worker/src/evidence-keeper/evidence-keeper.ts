import { hash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { instant, required } from '@wuqing/kernel';
import {
  anchorFault,
  anchorOf,
  brokenCases,
  lastAnchor,
  makeAnchor,
  nextAnchorNumber,
  noteChecked,
  noteEvidence,
  noteProgress,
  removedCases,
  someCaseIds,
  systemActor,
  takeCheck,
  uncheckedAnchor,
  type DueRow,
  type Work,
} from '@wuqing/persistence';
import { localDateOf } from '@wuqing/working-calendar';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { WORKER_SETTINGS, type WorkerSettings } from '../settings.js';
import { ZONE } from '../start-context.js';
import { writeAnchorFile } from './write-anchor-file.js';

const IDLE_MS = 20_000;
/** Between two slices of the check: the people come first. */
const PACE_MS = 200;
const sha256 = (text: string): string => hash('sha256', text);
const dueRow = (id: number | string | undefined): DueRow[] => (id === undefined ? [] : [{ id: String(id) }]);

/**
 * Once a day: an anchor over all chains that have moved, a file of it, and every case held against its chain and all anchors. A
 * case that is not as it was written gets an incident; what is no case's own (an anchor, a case that is gone) is set aside by name.
 */
@Injectable()
export class EvidenceKeeper {
  private readonly logger = new Logger('evidence-keeper');
  /** Anchors whose files lie where they belong. */
  private readonly written = new Set<number>();

  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(WORKER_SETTINGS) private readonly settings: Pick<WorkerSettings, 'anchorFolder'>,
  ) {
    if (settings.anchorFolder === undefined)
      this.logger.warn('anchors are kept in the database alone: WUQING_ANCHOR_FOLDER names no folder');
    loops.add({
      name: 'evidence-keeper',
      actor: systemActor('evidence-keeper'),
      queues: [this.anchors(), this.files(), this.check()],
      idleMs: IDLE_MS,
      paceMs: PACE_MS,
    });
  }

  private anchors(): RowQueue {
    return rowQueue({
      queue: 'evidence-anchor',
      limit: 1,
      byTheClock: true,
      find: async (work, { now }) => {
        const today = localDateOf(instant(now), ZONE);
        return (await lastAnchor(work)).day < today ? dueRow(today) : [];
      },
      handleOne: (work, { id: today }, now) => makeAnchor(work, today, now, sha256),
    });
  }

  private files(): RowQueue {
    return rowQueue({
      queue: 'evidence-file',
      limit: 1,
      find: async (work, { without }) => {
        if (this.settings.anchorFolder === undefined) return [];
        return dueRow(await nextAnchorNumber(work, [...this.written, ...without.map(Number)]));
      },
      handleOne: (work, { id }) => this.writeFile(work, Number(id)),
    });
  }

  private async writeFile(work: Work, number: number): Promise<void> {
    const stored = required(await anchorOf(work, number), `anchor ${number}`);
    await writeAnchorFile(required(this.settings.anchorFolder, 'a folder of anchors'), stored);
    this.written.add(number);
  }

  private check(): RowQueue {
    return rowQueue({
      queue: 'evidence-check',
      limit: 1,
      find: async (work, { without }) =>
        dueRow(await uncheckedAnchor(work)).filter(({ id }) => !without.includes(id)),
      handleOne: (work, { id }, now) => this.checkSlice(work, Number(id), now),
    });
  }

  private async checkSlice(work: Work, anchor: number, now: number): Promise<void> {
    const progress = await takeCheck(work, anchor);
    if (!progress) return;
    const ids = await someCaseIds(work, progress.through);
    if (ids.length === 0) return this.checkRest(work, anchor, now);
    const broken = await brokenCases(work, ids, sha256);
    await noteEvidence(work, ids, broken, now);
    for (const { caseId, broken: fault } of broken)
      this.logger.warn(`case ${caseId} is not as it was written (${fault.kind}): see GET /api/incidents`);
    await noteProgress(work, anchor, { through: ids.at(-1)!, broken: progress.broken + broken.length });
  }

  /** What is no case's own. Where something is wrong, it is looked at again until it is set aside. */
  private async checkRest(work: Work, anchor: number, now: number): Promise<void> {
    const [removed] = await removedCases(work);
    if (removed !== undefined) throw new Error(`Expected case ${removed}, which an anchor names, found none`);
    const fault = await anchorFault(work, anchor, sha256);
    if (fault !== undefined) throw new Error(fault);
    await noteChecked(work, anchor, now);
  }
}
