import type { ManagedProcess } from '@wuqing/dev-runtime';
import { JourneyDriver, People, UnexpectedAnswer, type Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import type { Journey } from '@wuqing/process-library';
import { expectStep, seenFromCase } from '../journeys/journey-expectations.js';
import type { Known } from '../journeys/one-day-too-early.js';
import { expectAgreement, storyOf, type CaseStory } from './case-story.js';
import { startAgain } from './own-servers.js';
import type { Product } from './product.js';
import { steadfast } from './steadfast.js';
import { until } from './until.js';

const PATIENCE_MS = 90_000;
/** What is sealed is another text each time. */
const SEALED = /wqid1\.[\w.-]+/g;

/** What is killed at once, and started again one after the other. */
export type Victims = () => readonly ManagedProcess[];

/** People who ask on until they are answered, each time under the same key; `blow` falls while the next step is on its way. */
class SteadfastPeople extends People {
  blow: (() => Promise<void>) | undefined;
  private readonly steadfast = new WeakSet<Person>();

  override async signedIn(login: string): Promise<Person> {
    const person = await super.signedIn(login);
    if (this.steadfast.has(person)) return person;
    this.steadfast.add(person);
    const ask: Person['request'] = person.request.bind(person);
    person.request = async (method, path, body, key) => {
      const answering = until(PATIENCE_MS, async () => {
        const answer = await steadfast(() => ask<never>(method, path, body, key));
        return answer.status >= 500 ? undefined : answer;
      });
      if (path.endsWith('/completion')) await this.strike();
      return answering;
    };
    return person;
  }

  private async strike(): Promise<void> {
    const { blow } = this;
    this.blow = undefined;
    await blow?.();
  }
}

export interface Seats {
  /** The position of who reads the case between its steps; whoever began it where absent. */
  readonly observer?: string;
  /** Logins of those to whom there is no such case. */
  readonly strangers: readonly string[];
}

/** A journey on its days, in peace or under kills. */
export class JourneyUnderKills {
  private readonly people: SteadfastPeople;

  constructor(
    private readonly product: Product,
    private readonly journey: Journey,
    private readonly seats: Seats,
  ) {
    this.people = new SteadfastPeople(product.baseUrl, DEMO_PASSWORD);
  }

  /**
   * Takes every step on its day and holds it against what the file expects; `blows`: by the step's id, what dies while the step of
   * that id is first completed. Answers the case's id.
   */
  async walk(blows: Readonly<Record<string, Victims>>): Promise<string> {
    const { people, product, journey } = this;
    const fastForward = (caseId: string, target: number) =>
      steadfast(() => product.fastForward(caseId, target));
    const driver = await JourneyDriver.begin({ people, fastForward }, journey);
    const { observer } = this.seats;
    if (observer !== undefined)
      Object.assign(driver, { observer: await people.holderOf(observer, journey.village, journey.start.on) });
    const open = new Map(Object.entries(blows));
    let timers: Known['timers'] = {};
    for (const step of journey.steps) {
      const element = 'submit' in step ? step.element : '';
      const victims = step.expect?.refusedBy === undefined ? open.get(element) : undefined;
      if (victims) {
        open.delete(element);
        people.blow = () => this.killAndStart(victims());
      }
      expectStep(seenFromCase(journey, step), await driver.take(step), { timers, submitted: {} });
      timers = { ...timers, ...step.expect?.timers };
      if (victims) await this.expectWalls(driver.caseId);
    }
    expect([...open.keys(), people.blow]).toEqual([undefined]);
    return driver.caseId;
  }

  private async killAndStart(victims: readonly ManagedProcess[]): Promise<void> {
    await Promise.all(victims.map((victim) => victim.kill()));
    for (const victim of victims) await startAgain(victim);
  }

  private async expectWalls(caseId: string): Promise<void> {
    for (const login of this.seats.strangers) {
      const stranger = await this.people.signedIn(login);
      await expect(stranger.get(`/api/cases/${caseId}`)).rejects.toThrow(UnexpectedAnswer);
      const { status } = await stranger.request('GET', `/api/cases/${caseId}`);
      const list = JSON.stringify(await stranger.get('/api/cases?limit=100'));
      expect([login, status, list.includes(caseId)]).toEqual([login, 404, false]);
    }
  }
}

/** What a case is told by, and those that it called; of another town's the same, if it went the same way. */
export async function storiesOf(
  product: Product,
  rootId: string,
): Promise<readonly (CaseStory & { key: string })[]> {
  const cases = await product.query<{ id: string; key: string }>(
    `SELECT id, process_key AS key FROM process_instance WHERE id = $1 OR root_id = $1 ORDER BY started_at, process_key, call_key`,
    [rootId],
  );
  const stories: (CaseStory & { key: string })[] = [];
  for (const { id, key } of cases) {
    await expectAgreement(product, id);
    let text = JSON.stringify(await storyOf(product, id)).replaceAll(SEALED, 'sealed');
    for (const [place, one] of cases.entries()) text = text.replaceAll(one.id, `case ${place}`);
    stories.push({ ...(JSON.parse(text) as CaseStory), key });
  }
  return stories;
}
