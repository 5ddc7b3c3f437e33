import { instant } from '@wuqing/kernel';
import { COUNTED_MAX, defaultHours, digestDay } from '@wuqing/notifications';
import { positionsOf } from '@wuqing/organization';
import { readNotificationRules, type Look, type Work } from '@wuqing/persistence';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { ZONE } from '../start-context.js';
import { countGathered, countTasks, insertDigest, personsWithoutDigest, takeDigest } from './digest-rows.js';
import type { TellingDoors } from './tell-persons.js';

const BATCH = 50;

type DigestDoors = Pick<TellingDoors, 'organizationAt' | 'channels'>;

/** 今日汇总: of each person one a day, from its hour on and not in quiet hours, where there is anything to say. */
export function digestQueue(doors: DigestDoors): RowQueue {
  let done: string | undefined;
  return rowQueue({
    queue: 'digest',
    limit: BATCH,
    byTheClock: true,
    async find(work, look) {
      const day = await dayOf(work, look.now);
      if (day === undefined || day === done) return [];
      const persons = await personsWithoutDigest(work, day, look);
      // Whoever comes into office today has his first digest tomorrow; who is put off is found again before.
      if (persons.length === 0 && isWholeLook(look)) done = day;
      return persons;
    },
    handleOne: (work, { id }, now) => sumUp(work, id, now, doors),
  });
}

const isWholeLook = ({ without }: Look): boolean => without.length === 0;

async function dayOf(work: Work, now: number): Promise<string | undefined> {
  return digestDay(instant(now), (await readNotificationRules(work)) ?? defaultHours, ZONE);
}

async function sumUp(work: Work, personId: string, now: number, doors: DigestDoors): Promise<void> {
  const day = await dayOf(work, now);
  if (day === undefined || !(await takeDigest(work, personId, day))) return;
  const organization = await doors.organizationAt(work, now);
  const positions = positionsOf(personId, organization, day).map(({ key, unitId }) => ({
    positionKey: key,
    unitId,
  }));
  const counts = await countTasks(work, personId, positions, { now, zone: ZONE, countedMax: COUNTED_MAX });
  const gathered = await countGathered(work, personId);
  if (counts.open === 0 && gathered === 0) return;
  await insertDigest(work, { personId, day, figures: { ...counts, gathered } }, now, doors.channels);
}
