import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { ApiUnderTest } from './testing/api-under-test.js';
import {
  bodyWith,
  operations,
  placesOf,
  sampleOf,
  type Operation,
  type Place,
} from './testing/hostile/described-operation.js';
import { HostilePeople, addressOf, known, newKey } from './testing/hostile/hostile-people.js';
import type { Login } from './testing/village-fixture.js';
import type { Visitor } from './testing/visitor.js';

/**
 * `npm run bench:hostile`: the processor time of an answer, ours and the client's, may grow with its request as a line does.
 * Each place of each body is filled with longer and longer values until the operation finds one too long, that one among them.
 */
const BYTES = [900, 3_600, 14_400, 57_600, 230_400];
/** A line grows four times with what is four times as long; a square sixteen times. */
const GROWTH_MAX = 8;
/** What an answer costs whatever is sent: below it growth says nothing. */
const MS_MIN = 20;
/** The least counts: what collects garbage or compiles in the same moment is no fault of the operation's. */
const TRIES = 5;

const filled = (one: (at: number) => string, bytes: number): string => {
  const count = Math.ceil(bytes / (one(1_000).length + 1));
  return Array.from({ length: count }, (_, at) => one(at)).join(',');
};
const SHAPES: Readonly<Record<string, (bytes: number) => string>> = {
  'a text': (bytes) => JSON.stringify('x'.repeat(bytes)),
  blanks: (bytes) => JSON.stringify(`x${' '.repeat(bytes)}x`),
  'an expression': (bytes) => JSON.stringify(`=${'a-'.repeat(bytes / 2)}1`),
  keys: (bytes) => `{${filled((at) => `"k${at}":1`, bytes)}}`,
  'equal texts': (bytes) => `[${filled(() => '"x"', bytes)}]`,
  objects: (bytes) => `[${filled((at) => `{"a":${at}}`, bytes)}]`,
};

interface Cost {
  readonly is: string;
  readonly bytes: number;
  readonly status: number;
  readonly ms: number;
  /** Beside what is a quarter as long. */
  readonly growth: number;
}

let api: ApiUnderTest;
let people: HostilePeople;
const costs: Cost[] = [];

beforeAll(async () => {
  api = await ApiUnderTest.start('hostile_growth', { demo: true });
  people = new HostilePeople(api);
});

afterAll(async () => {
  await api.stop();
  const steepest = costs.sort((a, b) => b.growth * b.ms - a.growth * a.ms).slice(0, 20);
  console.log(steepest.map(said).join('\n'));
  const folder = new URL('../../../test/load/results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(
    { name: 'hostile', load: loadavg()[0], answers: costs.length, steepest },
    null,
    2,
  );
  writeFileSync(new URL('hostile.json', folder), `${text}\n`);
});

const said = ({ is, bytes, status, ms, growth }: Cost): string =>
  `${is} of ${bytes} B → ${status} in ${ms.toFixed(1)} ms, ${growth.toFixed(1)} times that of a quarter`;

const isSteep = ({ ms, growth }: Cost): boolean => ms > MS_MIN && growth > GROWTH_MAX;

async function measured(operation: Operation, visitor: Visitor, path: string, raw: string) {
  let least = Infinity;
  let status = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const began = process.cpuUsage();
    ({ status } = await visitor.send(operation.method, path, { raw, headers: newKey() }));
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1_000);
  }
  return { status, ms: least };
}

async function costsOf(operation: Operation, login: Login, place: Place, shape: string): Promise<Cost[]> {
  const path = addressOf(operation, await people.newGround());
  const found: Cost[] = [];
  for (const bytes of BYTES) {
    const visitor = await people.newVisitor(operation, login);
    const value = SHAPES[shape]!(bytes);
    const raw = bodyWith(sampleOf(operation.body!, known, place), place, value);
    const { status, ms } = await measured(operation, visitor, path, raw);
    const growth = ms / (found.at(-1)?.ms ?? ms);
    const is = `${operation.method} ${operation.path} /${place.join('/')}: ${shape}`;
    found.push({ is, bytes, status, ms, growth });
    if (status === 413) break;
  }
  return found;
}

const read = operations.filter(({ body }) => body !== undefined);

it.each(read.map((one) => ({ ...one, is: `${one.method} ${one.path}` })))(
  '$is costs no more than its request grows',
  async (operation) => {
    const login = await people.visitorOf(operation);
    const steep: string[] = [];
    for (const place of placesOf(operation.body!))
      for (const shape of Object.keys(SHAPES)) {
        const found = await costsOf(operation, login, place, shape);
        costs.push(...found);
        steep.push(...found.filter(isSteep).map(said));
      }
    expect(steep).toEqual([]);
  },
  600_000,
);
