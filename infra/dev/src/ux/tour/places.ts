import { required } from '@wuqing/kernel';
import type { People, Person } from '../../drive/index.js';
import type { Place } from './stop.js';

interface Listed {
  readonly id: string;
}
interface TaskListed extends Listed {
  readonly elementId: string;
  readonly processKey: string;
}
interface CaseListed extends Listed {
  readonly number: string;
  readonly title: string;
}
interface NoticeListed extends Listed {
  readonly kind: string;
  readonly villageCode: string;
}
interface DutyListed {
  readonly noticeId: string | null;
}

/** What the demo holds, as its people find it: for each place in an address all that there is, a name for each. */
export interface Places {
  readonly tasks: readonly Place[];
  /** The first that waits for whoever opens the inbox; none where nothing waits for him. */
  readonly looked: readonly Place[];
  readonly cases: readonly Place[];
  /** Cases that only few may know of, by whom they wait for. */
  readonly closedCases: readonly Place[];
  /** A case and one of its papers. */
  readonly papers: readonly Place[];
  readonly orders: readonly Place[];
  /** Villages with a page of their own for who supervises. */
  readonly units: readonly Place[];
  /** Ledgers that a village writes by hand, and a row of each that has one. */
  readonly ledgers: readonly Place[];
  readonly ledgerRows: readonly Place[];
  readonly processes: readonly Place[];
  /** Notices that a supervisor reviews. */
  readonly reviewed: readonly Place[];
  readonly villages: readonly Place[];
  readonly notices: readonly Place[];
  /** Those that are still objected to. */
  readonly objectable: readonly Place[];
  /** Code of a village and key of a power, joined by the part of the address between them. */
  readonly powers: readonly Place[];
}

/** Who sees everything of the town. */
const OVERSEER = 'jiwei-head';
/** Whose inbox is opened in all its lists. */
export const INBOX_OWNER = 'v01-secretary';
/** Who writes ledgers of his village by hand. */
const LEDGER_CLERK = 'v01-clerk';
const HOLDERS = [
  ...['v01-clerk', 'v01-secretary', 'v01-director', 'v01-supervisor', 'jingguan-clerk'],
  ...['xinfang-clerk', 'xinfang-head', 'sifa-clerk', 'jiwei-clerk', 'town-discipline', OVERSEER],
];
/** Who works on cases that only few may know of. */
const CLOSED_HOLDERS = { complaint: 'xinfang-clerk', 'dual-check': 'jiwei-clerk' };

export async function placesOf(people: People, titles: Readonly<Record<string, string>>): Promise<Places> {
  const overseer = await people.signedIn(OVERSEER);
  const notices = await itemsOf<NoticeListed>(overseer, '/api/public/notices');
  const named = notices.map((one) => place(one.kind, one.id));
  const cases = await casesOf(overseer, '', titles);
  const closed = Object.entries(CLOSED_HOLDERS).map(async ([process, login]) =>
    casesOf(await people.signedIn(login), `&processKey=${process}`, titles),
  );
  const clerk = await people.signedIn(LEDGER_CLERK);
  const ledgers = await ledgersOf(clerk);
  const [village] = notices.map(({ villageCode }) => villageCode);
  return {
    tasks: await tasksOf(people),
    looked: await lookedOf(await people.signedIn(INBOX_OWNER)),
    cases,
    closedCases: distinct((await Promise.all(closed)).flat()),
    papers: await papersOf(overseer, cases),
    units: [place('', people.villageId(village ?? 'v01'), OVERSEER)],
    orders: (await itemsOf<Listed>(overseer, '/api/supervision/orders')).map(({ id }) =>
      place('', id, OVERSEER),
    ),
    ledgers,
    ledgerRows: (await Promise.all(ledgers.map((one) => rowsOf(clerk, one)))).flat(),
    processes: await processesOf(clerk),
    reviewed: await reviewedOf(overseer),
    villages: [place('', village ?? 'v01')],
    notices: distinct(named),
    objectable: distinct(await keptBy(named, ({ value }) => isHeard(overseer, value))),
    powers: await powersOf(overseer, village ?? 'v01'),
  };
}

const place = (name: string, value: string, login: string | null = null): Place => ({ name, value, login });

/** The first of each name: one page of a kind shows what there is to see. */
const distinct = (places: readonly Place[]): Place[] => [
  ...new Map([...places].reverse().map((one) => [one.name, one])).values(),
];

async function itemsOf<Item>(person: Person, path: string): Promise<readonly Item[]> {
  return (await person.get<{ items: readonly Item[] }>(path)).items;
}

/** Steps of the same form that differ by their number: `observe-4`. */
const COUNTED = /-\d+$/;

const casesOf = async (
  person: Person,
  filter: string,
  titles: Readonly<Record<string, string>>,
): Promise<Place[]> =>
  (await itemsOf<CaseListed>(person, `/api/cases?limit=50${filter}`)).map(({ id, title, number }) =>
    place(titles[title] ?? number, id, person.login),
  );

/** Of each step one that is open to somebody, in the hands of whom it waits for. */
async function tasksOf(people: People): Promise<Place[]> {
  const found: Place[] = [];
  for (const login of HOLDERS)
    for (const { id, elementId } of await itemsOf<TaskListed>(
      await people.signedIn(login),
      '/api/user-tasks?view=todo&limit=50',
    ))
      found.push(place(elementId.replace(COUNTED, ''), id, login));
  return distinct(found);
}

const lookedOf = async (person: Person): Promise<Place[]> =>
  (await itemsOf<Listed>(person, '/api/user-tasks?view=todo&limit=1')).map(({ id }) =>
    place('', id, person.login),
  );

/** The first paper of the first case that has one. */
async function papersOf(overseer: Person, cases: readonly Place[]): Promise<Place[]> {
  const filled = await keptBy(
    cases,
    async ({ value }) => (await itemsOf<object>(overseer, `/api/cases/${value}/papers`)).length > 0,
  );
  return filled.slice(0, 1).map(({ value }) => place('', `${value}/0`, OVERSEER));
}

const processesOf = async (person: Person): Promise<Place[]> =>
  (await itemsOf<{ readonly key: string }>(person, '/api/processes')).map(({ key }) =>
    place(key, key, person.login),
  );

const ledgersOf = async (person: Person): Promise<Place[]> =>
  (await itemsOf<{ readonly key: string; readonly mayReadEdits: boolean }>(person, '/api/ledgers'))
    .filter(({ mayReadEdits }) => mayReadEdits)
    .map(({ key }) => place(key, key, person.login));

const rowsOf = async (person: Person, ledger: Place): Promise<Place[]> =>
  (await itemsOf<Listed>(person, `/api/ledgers/${ledger.value}/rows?limit=1`)).map(({ id }) =>
    place(ledger.name, id, person.login),
  );

async function reviewedOf(overseer: Person): Promise<Place[]> {
  const duties = await itemsOf<DutyListed>(overseer, '/api/inspection/duties');
  const ids = duties.flatMap(({ noticeId }) => (noticeId === null ? [] : [noticeId]));
  return ids.slice(0, 1).map((id) => place('', id, OVERSEER));
}

const isHeard = async (person: Person, noticeId: string): Promise<boolean> =>
  (await person.request('GET', `/notices/${noticeId}/objection`)).status === 200;

async function keptBy(places: readonly Place[], asks: (one: Place) => Promise<boolean>): Promise<Place[]> {
  const answers = await Promise.all(places.map(asks));
  return places.filter((_, at) => answers[at]);
}

/** As the page of the powers links to them; those with a chart of a published file come first. */
async function powersOf(person: Person, village: string): Promise<Place[]> {
  const page = (await person.request<string>('GET', `/villages/${village}/powers`)).body;
  const keys = [...page.matchAll(/\/powers\/([\w-]+)"/g)].map(([, key]) => required(key, 'a power'));
  return [...new Set(keys)].slice(0, 2).map((key) => place(key, `${village}/powers/${key}`));
}
