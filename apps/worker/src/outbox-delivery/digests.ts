import { instant, required } from '@wuqing/kernel';
import { COUNTED_MAX, defaultHours, digestDay } from '@wuqing/notifications';
import { positionsOf, type OrganizationIndex } from '@wuqing/organization';
import { readNotificationRules, type Look, type Work } from '@wuqing/persistence';
import { mayLearn } from '../deadline-watch/told-of-clock.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { ZONE } from '../start-context.js';
import {
  countGathered,
  insertDigest,
  personsWithoutDigest,
  takeDigest,
  tasksToCount,
  type CountedTask,
} from './digest-rows.js';
import type { TellingDoors } from './tell-persons.js';

const BATCH = 50;

type DigestDoors = Pick<TellingDoors, 'organizationAt' | 'levels' | 'channels'>;

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
  const asked = { now, zone: ZONE, limit: COUNTED_MAX + 1 };
  const tasks = await tasksToCount(work, personId, positions, asked);
  const counts = figuresOf(
    await known(work, personId, tasks, { levels: doors.levels, organization, on: day }),
  );
  const gathered = await countGathered(work, personId);
  if (counts.open === 0 && gathered === 0) return;
  await insertDigest(work, { personId, day, figures: { ...counts, gathered } }, now, doors.channels);
}

interface Knowing {
  readonly levels: TellingDoors['levels'];
  readonly organization: OrganizationIndex;
  /** 'YYYY-MM-DD'. */
  readonly on: string;
}

/** Those of these tasks that the person may learn of: a seat that may do a step is no place on its case's list. */
async function known(
  work: Work,
  personId: string,
  tasks: readonly CountedTask[],
  { levels, organization, on }: Knowing,
): Promise<CountedTask[]> {
  const steps = tasks.map(({ step }) => step);
  const closed = await levels.of(work, steps);
  return tasks.filter(({ step }, at) => {
    const level = required(closed[at], `the level of ${step.elementId}`);
    return mayLearn(personId, { clock: { ...step, level, handlers: step.candidates }, organization, on });
  });
}

/** What of it is late, due today and due tomorrow. */
function figuresOf(tasks: readonly CountedTask[]) {
  const inTime = (days: number): number =>
    tasks.filter(({ isLate, daysLeft }) => !isLate && daysLeft === days).length;
  const late = tasks.filter(({ isLate }) => isLate).length;
  return { open: tasks.length, late, dueToday: inTime(0), dueTomorrow: inTime(1) };
}
