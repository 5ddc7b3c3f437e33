import { ApiUnderTest } from './testing/api-under-test.js';
import {
  closeVillage,
  closedOnes,
  type Cast,
  type ClosedVillage,
  type Traces,
} from './testing/closed-village.js';
import { CALLING_KEY, OPEN_KEY } from './testing/closed-processes.js';
import {
  addressesOf,
  allPages,
  describedGets,
  placesIn,
  type Got,
  type Places,
} from './testing/every-get.js';
import { everySeat, type Seat } from './testing/every-seat.js';
import { plainPress } from './testing/plain-press.js';
import { PROCESS_KEY, units } from './testing/village-fixture.js';
import type { Answer } from './testing/visitor.js';

/**
 * Who may know of what is closed, said once more and apart from `access`: at level T the discipline office, whose steps they
 * are, and the discipline secretary; at level N who began it or whom its list names and nobody else; and whoever is barred of neither.
 */
const mayKnow: Readonly<Record<keyof Traces, (seat: Seat) => boolean>> = {
  T: ({ positionKey, unitId }) => positionKey === 'town-discipline-secretary' || unitId === units.discipline,
  N: ({ personId }) => personId === cast.inspector.personId,
  step: (seat) => mayKnow.T(seat),
  listed: ({ personId }) => [cast.knowing, cast.inspector].some((one) => one.personId === personId),
  walledOff: (seat) => mayKnow.T(seat) && seat.personId !== cast.barred.personId,
};

const ofNoCase: Readonly<Record<string, readonly string[]>> = {
  '/api/accounts': ['personName'],
  '/api/supervision/units/{id}': ['seats'],
};

/**
 * A published file shows the names of its steps to every official, drawn or told, the list of accounts names everybody who has
 * one, and the page of a village those who hold its offices; that is not of any case.
 */
const withoutFile = ({ template, answer }: Got): string => {
  if (template.startsWith('/api/processes')) return '';
  const known = ['xml', ...(ofNoCase[template] ?? [])];
  const body: unknown = answer.body;
  return (
    JSON.stringify(body, (key: string, value: unknown) =>
      known.includes(key) || isReading(value) ? undefined : value,
    ) ?? ''
  );
};

/** Who had a case's paper made has read it, and that is all the audit tells of it. */
const isReading = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'action' in value && value.action === 'MakeDossier';

let api: ApiUnderTest;
let seats: Seat[];
let cast: Cast;
let village: ClosedVillage;
let places: Places;
let nameOf: ReadonlyMap<string, string>;

const seatOf = (positionKey: string, unitId: string): Seat =>
  seats.find((seat) => seat.positionKey === positionKey && seat.unitId === unitId)!;

beforeAll(async () => {
  api = await ApiUnderTest.start('no_trace', {}, plainPress);
  seats = await everySeat(api);
  cast = {
    clerk: seatOf('village-clerk', units.village),
    inspector: seatOf('office-clerk', units.discipline),
    reporter: seatOf('supervision-director', units.village),
    earlierReporter: seatOf('supervision-member', units.village),
    objector: seatOf('village-discipline-member', units.village),
    knowing: seatOf('town-discipline-secretary', units.town),
    barred: seatOf('office-head', units.discipline),
  };
  village = await closeVillage(api, seats, cast);
  places = await placesIn(api);
  const names = await api.query<{ id: string; name: string }>('SELECT id, name FROM person');
  nameOf = new Map(names.map(({ id, name }) => [id, name]));
}, 120_000);

afterAll(() => api.stop());

const TOGETHER = 5;

async function everyGet(seat: Seat): Promise<Got[]> {
  const addresses = describedGets().flatMap(([template, parameters]) =>
    addressesOf(template, parameters, places).map((address) => [template, address] as const),
  );
  const got: Got[] = [];
  for (let at = 0; at < addresses.length; at += TOGETHER) {
    const some = addresses.slice(at, at + TOGETHER);
    got.push(...(await Promise.all(some.map((one) => allPages(seat, ...one)))).flat());
  }
  return got;
}

/** Names of those whose acts in closed steps, and whose reports and objections, may be known to fewer than the case. */
const namesClosedTo = (seat: Seat): string[] => {
  const { inspector, reporter, earlierReporter, objector } = cast;
  const closed = [
    ...(seat.personId === inspector.personId ? [] : [reporter, earlierReporter]),
    ...(mayKnow.T(seat) ? [] : [inspector, objector]),
  ].filter(({ personId }) => personId !== seat.personId);
  return closed.map(({ personId }) => nameOf.get(personId!)!);
};

const tracesFor = (seat: Seat): string[] => [
  ...(Object.keys(mayKnow) as (keyof Traces)[]).flatMap((what) =>
    mayKnow[what](seat) ? [] : village.traces[what],
  ),
  ...namesClosedTo(seat),
];

it('leaves no trace of what is closed in any answer to whoever may not know of it', async () => {
  const found: string[] = [];
  expect(seats.length).toBeGreaterThan(25);
  for (const seat of seats) {
    const traces = tracesFor(seat);
    for (const got of await everyGet(seat)) {
      const { address, answer } = got;
      const told = namesNoCase(got) ? traces.filter((trace) => !namesClosedTo(seat).includes(trace)) : traces;
      if (answer.status >= 500) found.push(`${seat.name}: ${address} answers ${answer.status}`);
      const text = withoutFile(got);
      for (const trace of told.filter((one) => text.includes(one) && !isSentBack(got, one)))
        found.push(`${seat.name}: ${address} tells ${trace}`);
    }
  }
  expect(found).toEqual([]);
}, 600_000);

/**
 * Names that belong to no case: the log names whoever signed in or was refused something (each seat of this walk stands there for
 * having walked), and the organization names who holds which seat.
 */
const namesNoCase = ({ address }: Got): boolean =>
  address.startsWith('/api/security-events') || address.startsWith('/api/organization/units');

/** An answer may repeat the address that was asked for: who asks by an id has it. */
const isSentBack = ({ address, answer }: Got, trace: string): boolean =>
  answer.status >= 400 && address.includes(trace);

describe('whoever the list of a case names', () => {
  it('reads it, its step and its list of cases, and has its step counted, whom it bars not', async () => {
    const { knowing, inspector, barred } = cast;
    for (const [{ visitor }, status, more] of [
      [knowing, 200, 0],
      [inspector, 200, 1],
      [barred, 404, 0],
    ] as const) {
      expect((await visitor.get(`/api/cases/${village.cases.listed}`)).status).toBe(status);
      const list = JSON.stringify((await visitor.get('/api/cases?limit=200')).body);
      expect(list.includes('暗号子的事项')).toBe(status === 200);
      const due = JSON.stringify((await visitor.get('/api/deadlines?limit=200')).body);
      expect(due.includes('暗号子的事项')).toBe(status === 200);
      const inbox = JSON.stringify((await visitor.get('/api/user-tasks?limit=200')).body);
      expect(inbox.includes('暗号子的事项')).toBe(more === 1);
    }
  });

  it('has as many counted as he is shown', async () => {
    for (const seat of seats) {
      const { body, status } = await seat.visitor.get('/api/inbox/counts');
      if (status !== 200) continue;
      const shown = await seat.visitor.get('/api/user-tasks?limit=200');
      expect([seat.name, body.todo]).toEqual([seat.name, shown.body.items.length]);
    }
  });
});

describe('whoever may know', () => {
  it('reads the closed case, its step and its alert', async () => {
    const { visitor } = seatOf('town-discipline-secretary', units.town);
    const { body } = await visitor.get(`/api/cases/${village.cases.T}`);
    expect(body).toMatchObject({ title: '暗号甲的事项', tasks: [{ name: '保密核查T' }] });
    const alerts = await visitor.get('/api/alerts?limit=200');
    expect(JSON.stringify(alerts.body)).toContain('暗号甲的事项');
    const list = await visitor.get('/api/cases?limit=200');
    expect(JSON.stringify(list.body)).toContain('暗号甲的事项');
    const linked = await visitor.get(`/api/cases/${village.cases.following}`);
    expect(linked.body.linked).toMatchObject([{ id: village.cases.T, relation: 'first' }]);
  });

  it('reads the closed step in the story of an open case, and who does it alone who reported', async () => {
    const storyOf = async (seat: Seat, id: string): Promise<string> =>
      JSON.stringify((await seat.visitor.get(`/api/cases/${id}/timeline`)).body);
    const secretary = await storyOf(seatOf('town-discipline-secretary', units.town), village.cases.heard);
    expect(secretary).toMatch(/收到反映.*核查反映.*暗号戊/);
    expect(secretary).not.toContain(nameOf.get(cast.earlierReporter.personId!)!);
    const inspector = await storyOf(cast.inspector, village.cases.heard);
    expect(inspector).toContain(nameOf.get(cast.earlierReporter.personId!)!);
  });

  it('reads that an objection came in, and in the village not from whom', async () => {
    const { visitor } = seatOf('village-director', units.village);
    const story = JSON.stringify((await visitor.get(`/api/cases/${village.cases.reported}/timeline`)).body);
    expect(story).toMatch(/收到异议.*答复异议/);
    expect(story).not.toContain(nameOf.get(cast.objector.personId!)!);
  });
});

/** All of an answer but its moment. */
const saidBy = ({ status, body, headers }: Answer) => ({
  status,
  body,
  headers: [...headers].filter(([name]) => name !== 'date'),
});

describe('hidden and unknown', () => {
  const UNKNOWN = '00000000-0000-4000-8000-000000000000';

  it('are one answer at every address', async () => {
    const { visitor } = seatOf('village-party-secretary', units.village);
    const closed = closedOnes(village.cases);
    const tasks = await api.query<{ id: string }>(
      `SELECT id FROM user_task WHERE case_id = ANY ($1) OR element_id = 'look'`,
      [closed],
    );
    const notices = await api.query<{ id: string }>('SELECT id FROM public_notice');
    const hidden: Record<string, string[]> = {
      '/api/cases/{id}': closed,
      '/api/user-tasks/{id}': tasks.map(({ id }) => id),
      '/api/public/notices/{id}': notices.map(({ id }) => id),
    };
    for (const [template] of describedGets()) {
      const beginning = Object.keys(hidden).find((one) => template === one || template.startsWith(`${one}/`));
      for (const id of beginning === undefined ? [] : hidden[beginning]!) {
        const [theirs, nobodys] = [
          saidBy(await visitor.get(template.replace('{id}', id))),
          saidBy(await visitor.get(template.replace('{id}', UNKNOWN))),
        ];
        expect([template, theirs]).toEqual([template, nobodys]);
        expect(theirs.status).toBe(404);
      }
    }
  });

  it('are one answer where a case is said to come out of another', async () => {
    const from = async (firstCaseId: string) => {
      const body = { processKey: OPEN_KEY, unitId: units.village, title: '修路', firstCaseId };
      const answer = await cast.clerk.visitor.post('/api/cases', body);
      return [answer.status, answer.body];
    };
    const unknown = await from(UNKNOWN);
    expect(unknown[0]).toBe(422);
    for (const id of closedOnes(village.cases)) expect(await from(id)).toEqual(unknown);
    expect((await from(village.cases.reported))[0]).toBe(201);
  });

  it('are one answer where an alert is acknowledged', async () => {
    const { visitor } = seatOf('village-party-secretary', units.village);
    const alerts = await api.query<{ id: string }>(
      `SELECT id FROM alert WHERE recipient_position = 'village-party-secretary'`,
    );
    const unknown = await visitor.post(`/api/alerts/${UNKNOWN}/acknowledgement`, {});
    for (const { id } of alerts) {
      const answer = await visitor.post(`/api/alerts/${id}/acknowledgement`, {});
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
    }
    expect(unknown.status).toBe(404);
  });

  it('are not counted by the place of what somebody does himself', async () => {
    for (const [processKey, told] of [
      [OPEN_KEY, { status: 'accepted' }],
      [CALLING_KEY, { status: 'accepted' }],
      [PROCESS_KEY, { status: 'accepted', position: 0 }],
    ] as const) {
      const body = { processKey, unitId: units.village, title: '修站' };
      const answer = await cast.clerk.visitor.post('/api/cases', body);
      expect([processKey, answer.status, answer.body.outcome]).toEqual([processKey, 201, told]);
      const command = await cast.clerk.visitor.get(answer.body.command);
      expect([processKey, command.body.outcome]).toEqual([processKey, told]);
    }
  });

  it('are counted alike: stuck cases and versions tell of nothing closed', async () => {
    const { visitor } = seatOf('admin', units.town);
    const { body } = await visitor.get('/api/incidents');
    expect(body).toMatchObject({ items: [], total: 0 });
    const versions = await visitor.get('/api/migrations/versions');
    const keys = (versions.body.items as { processKey: string }[]).map(({ processKey }) => processKey);
    expect(keys.sort()).toEqual([CALLING_KEY, OPEN_KEY].sort());
  });
});
