import { keepCircle } from './keep-circle.js';
import { continueCaseClocks, moveCaseClocks } from './case-clocks.js';
import type { EntryExtra, TreeExtra } from './entry-extra.js';
import { gatherCases } from './gather-cases.js';
import { migrateRows } from './migrate-rows.js';
import { moveWithSuspension } from './pause-clocks.js';
import { tellFirstCase } from './tell-first-case.js';
import { writeIncidents } from './write-incidents.js';
import { writeSubscriptions } from './write-subscriptions.js';
import { writeThrown } from './write-thrown.js';

export const beforehand: readonly TreeExtra[] = [migrateRows, moveWithSuspension];
export const extras: readonly EntryExtra[] = [
  writeSubscriptions,
  writeThrown,
  writeIncidents,
  moveCaseClocks,
  continueCaseClocks,
  keepCircle,
  gatherCases,
  tellFirstCase,
];
