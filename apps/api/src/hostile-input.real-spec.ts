import { ApiUnderTest } from './testing/api-under-test.js';
import {
  bodyWith,
  operations,
  placesOf,
  sampleOf,
  takesText,
  type Operation,
} from './testing/hostile/described-operation.js';
import {
  HostilePeople,
  addressOf,
  endsSessions,
  guessesSecrets,
  known,
  newKey,
  sentTo,
  type Ground,
} from './testing/hostile/hostile-people.js';
import { hostileHeaders, hostileTexts, hostileValues } from './testing/hostile/hostile-values.js';
import type { Answer, Sent } from './testing/visitor.js';

interface Attack extends Sent {
  readonly is: string;
  readonly path: string;
}

let api: ApiUnderTest;
let people: HostilePeople;

beforeAll(async () => {
  api = await ApiUnderTest.start('hostile_input', { demo: true });
  people = new HostilePeople(api);
});

afterAll(() => api.stop());

/** `npm run hostile`: everything is sent to everybody, what one door stops for its kind or length too. */
const isEveryPair = process.env['HOSTILE_EVERY_PAIR'] === '1';
/** In the suite one in so many of what is stopped for its kind, another at each operation, so that each is sent to some. */
const ONE_IN = 6;
const some = <T>(all: T[], operation: Operation): T[] =>
  isEveryPair ? all : all.filter((_, at) => (at + operations.indexOf(operation)) % ONE_IN === 0);

function bodyAttacks(operation: Operation, path: string): Attack[] {
  const { body } = operation;
  if (!body) return [];
  return placesOf(body).flatMap((place) => {
    const sample = sampleOf(body, known, place);
    const values = takesText(body, place) ? hostileValues : withSomeTexts(operation);
    return Object.entries(values).map(([is, value]) => ({
      is: `/${place.join('/')}: ${is}`,
      path,
      raw: bodyWith(sample, place, value),
      headers: newKey(),
    }));
  });
}

/** Where no text may stand, each is refused for being one. */
const withSomeTexts = (operation: Operation): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(hostileValues).filter(([is]) => !isText(is)),
    ...some(
      Object.entries(hostileValues).filter(([is]) => isText(is)),
      operation,
    ),
  ]);

const isText = (is: string): boolean => is.startsWith('text: ');

function addressAttacks(operation: Operation, ground: Ground, sent: () => Sent): Attack[] {
  const path = addressOf(operation, ground);
  const values = Object.entries(hostileTexts).filter(([, value]) => value !== '');
  const query = (name: string, texts = values) =>
    texts.map(([is, value]) => ({
      is: `?${name}: ${is}`,
      path: `${path}?${name}=${encodeURIComponent(value)}`,
      ...sent(),
    }));
  const parameter = (name: string) =>
    values.map(([is, value]) => ({
      is: `{${name}}: ${is}`,
      path: addressOf(
        { ...operation, path: operation.path.replace(`{${name}}`, encodeURIComponent(value)) },
        ground,
      ),
      ...sent(),
    }));
  const twice = operation.queries.map((name) => ({
    is: `?${name} twice`,
    path: `${path}?${name}=a&${name}=b`,
    ...sent(),
  }));
  const texts = some(values, operation);
  const many = `${path}?${Array.from({ length: 900 }, (_, at) => `k${at}=1`).join('&')}`;
  return [
    ...operation.queries.flatMap((name) => query(name)),
    ...['unknown', '__proto__'].flatMap((name) => query(name, texts)),
    ...operation.parameters.flatMap(parameter),
    ...twice,
    { is: '900 filters', path: many, ...sent() },
  ];
}

const headerAttacks = (path: string, sent: () => Sent): Attack[] =>
  Object.entries(hostileHeaders).map(([is, headers]) => {
    const usual = sent();
    return { is, path, ...usual, headers: { ...usual.headers, ...headers } };
  });

/** An operation does not read a body that is too long for it: what is in it, and where, is not asked of longer ones again. */
class BodyDoor {
  private tooLong = Infinity;

  isKnownToStop({ raw }: Attack): boolean {
    return lengthOf(raw) >= this.tooLong;
  }

  saw({ raw }: Attack, { status }: Answer): void {
    if (status === 413) this.tooLong = Math.min(this.tooLong, lengthOf(raw));
  }
}

const lengthOf = (raw: Attack['raw']): number => (raw === undefined ? 0 : Buffer.byteLength(raw));

/** Refused for its form: nobody was signed in, and no guess was counted. */
const UNREAD: readonly number[] = [400, 413, 415, 422];

/** What was wrong with the answer; undefined where nothing was. */
function faultOf(operation: Operation, attack: Attack, { status, type, body }: Answer): string | undefined {
  const answer = `${attack.is} → ${status}`;
  if (status >= 500) return answer;
  if (!operation.answers.includes(status)) return `${answer}, which is not described`;
  if (status >= 400 && !type.startsWith('application/problem+json')) return `${answer}, no problem document`;
  if (status >= 400 && JSON.stringify(body).length > 20_000) return `${answer}, an answer without end`;
  return undefined;
}

it('has every operation before it', () => expect(operations.length).toBeGreaterThanOrEqual(35));

describe.each(operations.map((one) => ({ ...one, is: `${one.method} ${one.path}` })))('$is', (operation) => {
  it('answers whatever is sent to it as described', async () => {
    const login = await people.visitorOf(operation);
    const ground = await people.newGround();
    const path = addressOf(operation, ground);
    const attacks = [
      ...bodyAttacks(operation, path),
      ...addressAttacks(operation, ground, () => sentTo(operation)),
      ...headerAttacks(path, () => sentTo(operation)),
    ];
    const faults: string[] = [];
    const door = new BodyDoor();
    let visitor = await people.newVisitor(operation, login);
    for (const attack of attacks) {
      if (!isEveryPair && door.isKnownToStop(attack)) continue;
      const answer = await visitor.send(operation.method, attack.path, attack);
      door.saw(attack, answer);
      const fault = faultOf(operation, attack, answer);
      if (fault !== undefined) faults.push(fault);
      const isSpent = guessesSecrets(operation) || endsSessions(operation);
      if (isSpent && !UNREAD.includes(answer.status)) visitor = await people.newVisitor(operation, login);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('stands as before', async () => {
    expect((await api.visitor().get('/health/ready')).status).toBe(200);
    const { caseId } = await people.newGround();
    expect((await (await people.signedIn('clerk')).get(`/api/cases/${caseId}`)).status).toBe(200);
  });
});

/** An optional field is there with a value, or is not there. */
describe('null', () => {
  const fields = operations.flatMap(({ method, path, body, ...rest }) =>
    body === undefined
      ? []
      : placesOf(body)
          .filter((place) => typeof place.at(-1) === 'string')
          .map((place) => ({ is: `${method} ${path} /${place.join('/')}`, method, path, body, place, rest })),
  );

  it.each(fields)('$is → 422', async ({ method, path, body, place, rest }) => {
    const operation = { ...rest, method, path, body };
    const ground = await people.newGround();
    const visitor = await people.newVisitor(operation, 'clerk');
    const sample = sampleOf(body, known, place);
    const { status } = await visitor.send(method, addressOf(operation, ground), {
      raw: bodyWith(sample, place, 'null'),
      headers: newKey(),
    });
    expect(status).toBe(422);
  });
});
