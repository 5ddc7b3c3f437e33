import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { JourneyDriver, type JourneyPorts } from '../drive/journey-driver.js';
import { People } from '../drive/people.js';
import type { Person } from '../drive/person.js';
import type { AlertShown, NoticeDetailShown, NoticeShown, PageShown } from '../drive/shown.js';
import { DEMO_PASSWORD } from '../seed/index.js';
import { alertLine, chapter, noticeLines, stepLines, timelineLines } from './telling.js';

type Say = (line: string) => void;

/** Whom the ladder of a village's matter reaches, in order. */
const LADDER = [
  'village-party-secretary',
  'branch-secretary@branch',
  'supervision-director',
  'office-head@office:jiwei',
];

/** Journey A1 to its published result, journey A4 with its missed term, and what anyone can read of them. */
export async function demonstrate(
  baseUrl: string,
  fastForward: JourneyPorts['fastForward'],
  say: Say,
): Promise<void> {
  const began = performance.now();
  const ports = { people: new People(baseUrl, DEMO_PASSWORD), fastForward };
  const [road, missed] = [journeyOf('A1'), journeyOf('A4')];
  say(chapter('一、硬化道路（38,600 元）：从立项登记到实施结果公开'));
  const roadCase = await tell(ports, road, say);
  say(chapter('二、同样的事项，第一步逾期未办：预警、逾期、逐级督办'));
  const missedCase = await tell(ports, missed, say);
  say('\n各级督办人登录后看到：');
  for (const reference of LADDER) await sayAlerts(missedCase, reference, say);
  say(chapter('三、全程留痕：硬化道路'));
  timelineLines(await roadCase.timeline()).forEach(say);
  say(chapter('四、全程留痕：逾期的事项'));
  timelineLines(await missedCase.timeline()).forEach(say);
  say(chapter('五、村务公开栏（不登录，任何人可看）'));
  for (const notice of await noticesOf(baseUrl, road)) noticeLines(notice).forEach(say);
  say(`\n演示完毕，用时 ${((performance.now() - began) / 1_000).toFixed(0)} 秒。`);
}

function journeyOf(key: string): Journey {
  return required(
    libraryJourneys('major-matter').find((journey) => journey.key === key),
    `journey ${key} of major-matter`,
  );
}

/** Walks the journey aloud; throws where the product answers otherwise than the journey's file says. */
async function tell(ports: JourneyPorts, journey: Journey, say: Say): Promise<JourneyDriver> {
  const driver = await JourneyDriver.begin(ports, journey);
  const { seen } = driver.begun;
  say(`事项 ${seen.number}「${seen.title}」，${seen.unitName}`);
  stepLines(journey.start, driver.begun).forEach(say);
  for (const step of journey.steps) {
    const outcome = await driver.take(step);
    const [expected, found] = [step.expect?.refusedBy, outcome.refusal?.guard];
    if (expected !== found) {
      throw new Error(
        `Expected ${expected ?? 'no refusal'} on ${step.on}, found ${outcome.refusal?.sentence ?? 'none'}`,
      );
    }
    stepLines(step, outcome).forEach(say);
  }
  return driver;
}

async function sayAlerts(driver: JourneyDriver, reference: string, say: Say): Promise<void> {
  const person = await driver.personIn(reference, '2026-08-24');
  const { items } = await person.get<PageShown<AlertShown>>('/api/alerts?limit=200');
  const theirs = items.filter(({ caseId, kind }) => caseId === driver.caseId && kind !== 'warn');
  theirs.forEach((alert) => say(alertLine(nameOf(person, reference), alert)));
}

const nameOf = ({ me }: Person, reference: string): string => {
  const position = me.positions.find(({ key }) => key === reference.split('@')[0]);
  return `${position?.unitName ?? ''}${position?.title ?? ''} ${me.person.name}`;
};

/** The notices that this journey put up, in the order of their days. */
async function noticesOf(baseUrl: string, journey: Journey): Promise<NoticeDetailShown[]> {
  const page = await publicly<PageShown<NoticeShown>>(
    `${baseUrl}/api/public/notices?village=${journey.village}`,
  );
  const days = new Map<string, NoticeShown>();
  for (const notice of page.items) {
    const isOurs = notice.from !== null && journey.steps.some(({ on }) => on === notice.from);
    const key = `${notice.kind} ${notice.from}`;
    if (isOurs && !days.has(key)) days.set(key, notice);
  }
  const ordered = [...days.values()].sort((one, other) => (one.from! < other.from! ? -1 : 1));
  return Promise.all(
    ordered.map(({ id }) => publicly<NoticeDetailShown>(`${baseUrl}/api/public/notices/${id}`)),
  );
}

async function publicly<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Expected ${url} to be public, found ${response.status}`);
  return (await response.json()) as T;
}
