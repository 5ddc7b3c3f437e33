import { required } from '@wuqing/kernel';
import { libraryJourneys, type JourneyStep } from '@wuqing/process-library';
import {
  dayOf,
  lastWorkedDay,
  workOn,
  JourneyDriver,
  People,
  UnexpectedAnswer,
  type JourneyPorts,
} from '../drive/index.js';
import { DEMO_PASSWORD } from '../seed/index.js';
import { firstCases, type FirstCase } from './first-cases.js';
import { leadOrder } from './lead-order.js';
import { proposeAuthorization } from './propose-authorization.js';
import { objectAsVillager } from './object-as-villager.js';
import { movedJourney } from './moved-journey.js';

export interface Leading {
  readonly cases?: readonly FirstCase[];
  readonly baseUrl: string;
  readonly fastForward: JourneyPorts['fastForward'];
  /** From where it was led it lives on by everybody's clock. */
  readonly bringToPresent: (caseId: string) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Hears of a case that was left before its end, and why. */
  readonly note: (line: string) => void;
  /** Says whether somebody wants the product to end. */
  readonly isEnding: () => boolean;
}

/** As many at once as two cores do well. */
const TOGETHER = 3;
/** Lines of a case's story by which somebody did a step. */
const STEP_LINES: readonly string[] = ['completed', 'message'];

/**
 * Leads the first cases to where a newcomer finds them, by what people would do in the product itself. What an earlier run did
 * is found by the same keys and by the case's story, and not done again. One that cannot go on is left as it stands.
 */
export async function leadFirstCases(leading: Leading): Promise<void> {
  const people = new People(leading.baseUrl, DEMO_PASSWORD);
  const waiting = [...(leading.cases ?? firstCases)];
  const hand = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !leading.isEnding(); next = waiting.shift())
      await ledOrNoted(next, people, leading);
  };
  await Promise.all(Array.from({ length: TOGETHER }, hand));
  if (!leading.isEnding())
    await noted('台账', leading, () =>
      proposeAuthorization(people, dayOf(new Date(leading.now()).toISOString())),
    );
}

const ledOrNoted = (one: FirstCase, people: People, leading: Leading): Promise<void> =>
  noted(one.title, leading, () => lead(one, people, leading));

async function noted(title: string, leading: Leading, perform: () => Promise<void>): Promise<void> {
  try {
    await perform();
  } catch (error) {
    if (leading.isEnding()) return;
    leading.note(`  demo case 「${title}」 was left as it stands: ${reasonOf(error)}`);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function lead(one: FirstCase, people: People, leading: Leading): Promise<void> {
  const { fastForward, bringToPresent, now, isEnding } = leading;
  const journey = movedJourney(journeyOf(one), { ...one, today: lastWorkedDay(now()) });
  const driver = await JourneyDriver.begin({ people, fastForward }, journey, `first-case-${one.key}`);
  if (driver.begun.seen.status !== 'running') return bringToPresent(driver.caseId);
  if (isPaused(driver)) return;
  let done = (await driver.timeline()).filter(({ kind }) => STEP_LINES.includes(kind)).length;
  for (const step of journey.steps) {
    if (isEnding()) return;
    if (isTaken(step) && done > 0) {
      done -= 1;
      continue;
    }
    if (isObjection(step)) {
      await fastForward(driver.caseId, workOn(step.on));
      await objectAsVillager(driver.observer, driver.caseId);
      continue;
    }
    const { refusal } = await driver.take(step);
    if (refusal) throw new Error(refusal.sentence);
  }
  await bringToPresent(driver.caseId);
  await standAs(one, driver, people, leading);
}

const isTaken = (step: JourneyStep): boolean => !('wait' in step);

/** It comes as it would: from whoever has read the notice. */
const isObjection = (step: JourneyStep): boolean => 'message' in step && step.message === 'objection';

const isPaused = ({ begun }: JourneyDriver): boolean =>
  (begun.seen as { readonly suspendedAt?: string | null }).suspendedAt != null;

const journeyOf = ({ process, journey: key }: FirstCase) =>
  required(
    libraryJourneys(process).find((journey) => journey.key === key),
    `journey ${key} of ${process}`,
  );

/** By whoever may do it, and why. */
const acts = {
  suspended: { by: 'town-head@town', path: 'suspension', reason: '汛期施工条件不具备，经镇研究暂停办理。' },
  cancelled: {
    by: 'town-head@town',
    path: 'cancellation',
    reason: '改由镇统一采购，经镇研究终止本事项。',
  },
} as const;

async function standAs(
  one: FirstCase,
  { caseId }: JourneyDriver,
  people: People,
  { now }: Leading,
): Promise<void> {
  const { key, village, standing } = one;
  if (standing === 'as it stands') return;
  if (standing === 'ordered') return leadOrder({ ...one, caseId }, people);
  const { by, path, reason } = acts[standing];
  const person = await people.holderOf(by, village, dayOf(new Date(now()).toISOString()));
  const address = `/api/cases/${caseId}/${path}`;
  const answer = await person.postUntilSettled(address, { reason }, `first-case-${key}-${path}`);
  if (answer.status >= 300) throw new UnexpectedAnswer('POST', address, answer);
}
