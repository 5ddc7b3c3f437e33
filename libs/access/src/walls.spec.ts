import { callLevel, callsIn, stepLevel, wallsOf } from './walls.js';
import type { WalledNode, WalledProcess } from './walled-process.js';

type Part = Partial<Omit<WalledNode, 'id'>> & { readonly level?: string };

const marks = (level: string | undefined) =>
  level === undefined ? [] : [{ name: 'confidential', attributes: { level } }];

/** `parts`: nodes by id; `flows`: `from-to`. */
function process(parts: Record<string, Part>, flows: string[], level?: string): WalledProcess {
  const nodes = Object.entries(parts).map(([id, { level: mark, ...part }]) => {
    const node = {
      id,
      type: 'userTask',
      scope: 'p',
      incoming: [],
      outgoing: [],
      extensions: marks(mark),
      ...part,
    };
    return [id, node] as const;
  });
  const drawn = flows.map((id) => {
    const [source, target] = id.split('-') as [string, string];
    return [id, { source, target }] as const;
  });
  return { extensions: marks(level), nodes: Object.fromEntries(nodes), flows: Object.fromEntries(drawn) };
}

const gateway: Part = { type: 'exclusiveGateway' };
const end: Part = { type: 'endEvent' };
const message: Part = { type: 'boundaryEvent', attachedTo: 'a', definition: { kind: 'message' } };
const timer: Part = { type: 'boundaryEvent', attachedTo: 'a', definition: { kind: 'timer' } };

const closedOf = (drawn: WalledProcess): Record<string, string> =>
  Object.fromEntries([...wallsOf(drawn).closed].map(([id, { level }]) => [id, level]).sort());

describe('what a mark closes', () => {
  it.each<[string, WalledProcess, Record<string, string>]>([
    ['nothing', process({ a: {}, b: {} }, ['a-b']), {}],
    ['its element', process({ a: {}, b: { level: 'T' }, c: {} }, ['a-b', 'b-c']), { b: 'T' }],
    ['never opens', process({ a: { level: 'P' }, b: { level: 'V' } }, ['a-b'], 'T'), {}],
    ['the strictest of two', process({ a: { extensions: [...marks('T'), ...marks('N')] } }, []), { a: 'N' }],
    ['no word it does not know', process({ a: { level: 'X' }, b: { level: 'toString' } }, []), {}],
    [
      'what lies in it, at any depth',
      process(
        { s: { type: 'subProcess', level: 'T' }, u: { type: 'subProcess', scope: 's' }, a: { scope: 'u' } },
        [],
      ),
      { a: 'T', s: 'T', u: 'T' },
    ],
    ['what is attached to it', process({ a: { level: 'N' }, e: timer, b: {} }, ['e-b']), { a: 'N', e: 'N' }],
    [
      'the message that leads there',
      process({ a: {}, m: message, b: { level: 'T' } }, ['m-b']),
      { b: 'T', m: 'T' },
    ],
    [
      'the timer that leads there',
      process({ a: {}, t: timer, b: { level: 'N' } }, ['t-b']),
      { b: 'N', t: 'N' },
    ],
    [
      'the message before a gateway, as far as the least closed',
      process({ a: {}, m: message, g: gateway, b: { level: 'T' }, c: { level: 'N' } }, ['m-g', 'g-b', 'g-c']),
      { b: 'T', c: 'N', g: 'T', m: 'T' },
    ],
    [
      'no message that also leads to an open step',
      process({ a: {}, m: message, g: gateway, b: { level: 'T' }, c: {} }, ['m-g', 'g-b', 'g-c']),
      { b: 'T' },
    ],
    [
      'the gateway and the end behind it, and no join with open ways',
      process({ b: { level: 'T' }, g: gateway, z: end, j: gateway, c: {} }, ['b-g', 'g-z', 'g-j', 'c-j']),
      { b: 'T', g: 'T', z: 'T' },
    ],
    [
      'no open step between closed ones',
      process({ b: { level: 'T' }, c: {}, d: { level: 'T' } }, ['b-c', 'c-d']),
      { b: 'T', d: 'T' },
    ],
    [
      'the event sub-process whose only step it is',
      process(
        {
          s: { type: 'subProcess' },
          m: { type: 'startEvent', scope: 's', definition: { kind: 'message' } },
          b: { scope: 's', level: 'T' },
        },
        ['m-b'],
      ),
      { b: 'T', m: 'T', s: 'T' },
    ],
    [
      'through link events',
      process(
        {
          a: {},
          m: message,
          t: { type: 'intermediateThrowEvent', definition: { kind: 'link', link: 'x' } },
          c: { type: 'intermediateCatchEvent', definition: { kind: 'link', link: 'x' } },
          b: { level: 'T' },
        },
        ['m-t', 'c-b'],
      ),
      { b: 'T', c: 'T', m: 'T', t: 'T' },
    ],
    [
      'a gateway behind a sub-process that is open, not at all',
      process({ s: { type: 'subProcess' }, b: { level: 'T' }, g: gateway, c: {} }, ['s-g', 'b-g', 'g-c']),
      { b: 'T' },
    ],
    ['no circle of gateways by itself', process({ g: gateway, h: gateway }, ['g-h', 'h-g']), {}],
  ])('%s', (_what, drawn, closed) => {
    expect(closedOf(drawn)).toEqual(closed);
  });

  it('names the marks that close', () => {
    const drawn = process({ a: {}, m: message, g: gateway, b: { level: 'T' }, c: { level: 'T' } }, [
      'm-g',
      'g-b',
      'g-c',
    ]);
    expect(wallsOf(drawn).closed.get('m')).toEqual({ level: 'T', marks: ['b', 'c'] });
    expect([...wallsOf(drawn).own.keys()].sort()).toEqual(['b', 'c']);
  });
});

describe('the sender of a message', () => {
  const to = (level: string | undefined, ofCase?: string) =>
    wallsOf(process({ a: {}, m: message, b: { level } }, ['m-b'], ofCase)).senderOf('m')?.level;

  it.each([
    ['is as open as the event where the step bears no mark', undefined, undefined, undefined],
    ['of an objection to a step that names its readers is closed further', 'V', undefined, 'T'],
    ['of a report to a step of level T is closed further', 'T', undefined, 'N'],
    ['can be closed no further than N', 'N', undefined, 'N'],
    ['in a case of level T is closed further than the case', 'V', 'T', 'N'],
    ['of what is public is known to the officials', 'P', 'P', 'V'],
  ])('%s', (_what, level, ofCase, expected) => {
    expect(to(level, ofCase)).toBe(expected);
  });

  it('is nobody where nothing is received', () => {
    const drawn = process({ a: {}, t: timer, b: { level: 'T' } }, ['t-b']);
    expect(wallsOf(drawn).senderOf('t')).toBeUndefined();
    expect(wallsOf(drawn).senderOf('nowhere')).toBeUndefined();
  });
});

describe('a called process', () => {
  const call: Part = { type: 'callActivity' };
  const caller = process({ c: { ...call, level: 'T' }, d: call, a: { level: 'N' } }, []);

  it.each([
    ['c', 'T'],
    ['d', 'V'],
    ['renamed by a migration', 'T'],
    ['toString', 'T'],
  ])('is closed as far as the call activity %s: %s', (id, level) => {
    expect(callLevel(wallsOf(caller), caller, id)).toBe(level);
  });

  it('knows where it was called on the way from the root', () => {
    expect([callsIn(null), callsIn('c#4'), callsIn('outer/inner#12')]).toEqual([
      [],
      ['c'],
      ['outer', 'inner'],
    ]);
  });

  it('has steps as open as their own marks say', () => {
    expect(['a', 'd', 'nowhere'].map((id) => stepLevel(wallsOf(caller), id))).toEqual(['N', 'V', 'V']);
  });
});
