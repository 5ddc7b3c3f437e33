import { appointmentFault, endFault, overlap } from './appointments.js';
import type { Position } from './person.js';

const position = (id: string, of: Partial<Position> = {}): Position => ({
  id,
  personId: 'wu',
  unitId: 'v01',
  key: 'village-committee-member',
  from: '2026-01-01',
  to: null,
  ...of,
});
const TODAY = '2026-06-01';
const village = { kind: 'village' } as const;

describe('terms', () => {
  it.each([
    ['2026-01-01', null, '2026-06-01', null, true],
    ['2026-01-01', '2026-05-31', '2026-06-01', null, false],
    ['2026-01-01', '2026-06-01', '2026-06-01', '2026-06-01', true],
    ['2026-07-01', null, '2026-06-01', '2026-06-30', false],
  ])('%s to %s and %s to %s have a day in common: %s', (from, to, from2, to2, common) => {
    expect(overlap({ from, to }, { from: from2, to: to2 })).toBe(common);
    expect(overlap({ from: from2, to: to2 }, { from, to })).toBe(common);
  });

  it.each([
    ['2026-01-01', null, '2025-12-31', '2026-01-01'],
    ['2026-01-01', '2026-06-30', '2026-07-01', '2026-06-30'],
  ])('of one from %s to %s does not end on %s', (from, to, last, said) => {
    expect(endFault(position('p', { from, to }), last, TODAY)).toContain(said);
  });

  it('end on their first day, and sooner than they would have', () => {
    expect(endFault(position('p'), '2026-01-01', TODAY)).toBeNull();
    expect(endFault(position('p', { to: '2026-06-30' }), '2026-03-01', TODAY)).toBeNull();
  });

  it('that have not begun are taken back', () => {
    expect(endFault(position('p', { from: '2026-06-02' }), '2026-06-01', TODAY)).toBeNull();
  });
});

describe('an appointment', () => {
  it.each<[string, Partial<Position>, Position[], string | null]>([
    ['to an empty seat', {}, [], null],
    ['of an office in a village', { key: 'office-head' }, [], 'key'],
    ['that ends before it begins', { to: '2025-12-31' }, [], 'to'],
    ['that the person has', {}, [position('held', { to: '2026-06-30' })], 'personId'],
    ['that the person had', {}, [position('held', { from: '2025-01-01', to: '2025-12-31' })], null],
    ['beside others in a seat of several', {}, [position('held', { personId: 'tang' })], null],
    [
      'to a seat of one that somebody has',
      { key: 'village-director' },
      [position('held', { personId: 'tang', key: 'village-director' })],
      'from',
    ],
    [
      'to a seat of one on the day after it was left',
      { key: 'village-director', from: '2026-03-01' },
      [position('held', { personId: 'tang', key: 'village-director', to: '2026-02-28' })],
      null,
    ],
    ['said again', { key: 'village-director' }, [position('new', { key: 'village-director' })], null],
  ])('%s', (_is, wish, held, field) => {
    expect(appointmentFault(village, position('new', wish), held)?.field ?? null).toBe(field);
  });
});
