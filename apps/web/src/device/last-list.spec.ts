import type { MeView } from '../client/api.js';
import { forgetLastList, keepLastList, readLastList, type LastList } from './last-list.js';

const READ_AT = Date.parse('2026-11-30T01:00:00Z');
const HOURS = 3_600_000;

const me = {
  person: { id: 'p', name: '秦长岭' },
  positions: [],
  csrfToken: 'secret-token',
} as unknown as MeView;
const last = (person: string): LastList => ({
  me: { ...me, person: { id: person, name: person } },
  list: { items: [], next: null },
  readAt: READ_AT,
});

/** As a browser's: words under names, and as little room as is asked for. */
function storage(room = Infinity) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      kept.set(name, value);
    },
    removeItem: (name: string) => void kept.delete(name),
  };
}

let device: ReturnType<typeof storage>;
const useDevice = (one: ReturnType<typeof storage>) =>
  Object.defineProperty(globalThis, 'localStorage', { value: (device = one), configurable: true });

beforeEach(() => useDevice(storage()));
afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

describe('the list that was last read', () => {
  it.each([
    ['at once', 0, true],
    ['after twelve hours', 12 * HOURS, true],
    ['after the longest session', 12 * HOURS + 1, false],
    ['before it was read, by a clock that was put back', -1, false],
  ])('is shown %s: %s', (_when, later, isShown) => {
    keepLastList(last('p'));
    expect(readLastList(READ_AT + later)?.me.person.id).toBe(isShown ? 'p' : undefined);
    expect(device.kept.size).toBe(isShown ? 1 : 0);
  });

  it('holds no token, and one person’s at a time', () => {
    keepLastList(last('秦长岭'));
    keepLastList(last('别人'));
    const written = [...device.kept.values()].join();
    expect(written).not.toMatch(/secret-token|秦长岭/);
    expect(readLastList(READ_AT)?.me).toMatchObject({ csrfToken: '', person: { id: '别人' } });
  });

  it('is gone once it is forgotten, and where there is no room for a newer one', () => {
    keepLastList(last('p'));
    forgetLastList();
    expect(readLastList(READ_AT)).toBeUndefined();
    keepLastList(last('p'));
    const full = storage(10);
    device.kept.forEach((value, name) => full.kept.set(name, value));
    useDevice(full);
    keepLastList({ ...last('p'), readAt: READ_AT + HOURS });
    expect(readLastList(READ_AT + HOURS)).toBeUndefined();
  });
});
