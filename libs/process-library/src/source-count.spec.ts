import { required, type JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys, type JourneySubmission } from './index.js';
import { LedgersInMemory } from './ledgers-in-memory.js';
import { submissionOf } from './walked-journey.js';

const { process } = await compiledLibrary('complaint');
/** Neighbors who are reconciled: registered, mediated, fulfilled. */
const steps = required(
  libraryJourneys('complaint').find(({ key }) => key === 'B3'),
  'B3',
).steps.filter((step): step is JourneySubmission => 'submit' in step && !step.expect?.refusedBy);
const idOf = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** The n-th case, begun and closed on that day; whether source governance is open then, and which cases it names. */
function closed(ledgers: LedgersInMemory, n: number, on: string, about: JsonObject = { village: '芦花村' }) {
  const walker = new CaseWalker(process, ledgers);
  walker.goTo(on);
  walker.start({ caseId: idOf(n) });
  for (const step of steps) {
    // What the agreement says of days is long past in some of these: its reminder opens when it is time, or never.
    if (!walker.open.includes(step.element)) continue;
    const { village: _village, ...submit } = step.submit;
    const said = step.element === 'register-complaint' ? { ...submit, ...about } : step.submit;
    const { filled } = submissionOf(process, { element: step.element, submit: said });
    expect([step.element, walker.complete(step.element, filled)]).toEqual([
      step.element,
      { ok: true, value: null },
    ]);
  }
  const isOpen = walker.open.includes('analyze-cause');
  return isOpen ? [...new Set((walker.variable('gatheredBy') as string[][]).flat())].sort() : null;
}

describe('three cases of one village or one power', () => {
  it('open source governance by themselves, and the next three again: never four times', () => {
    const ledgers = new LedgersInMemory();
    const opened = [1, 2, 3, 4, 5, 6, 7].map((n) => closed(ledgers, n, `2026-06-${10 + n}`));
    expect(opened).toEqual([
      null,
      null,
      [idOf(1), idOf(2), idOf(3)],
      null,
      null,
      [idOf(4), idOf(5), idOf(6)],
      null,
    ]);
  });

  it.each([
    ['2027-06-10', [idOf(1), idOf(2), idOf(3)]],
    ['2027-06-11', null],
  ])('within twelve months: the third on %s', (day, opens) => {
    const ledgers = new LedgersInMemory();
    for (const n of [1, 2]) closed(ledgers, n, '2026-06-11');
    expect(closed(ledgers, 3, day)).toEqual(opens);
  });

  it('are of the same village, or of the same power in several villages', () => {
    const ledgers = new LedgersInMemory();
    const villages = ['芦花村', '双桥村', '苇塘村'];
    expect(villages.map((village, n) => closed(ledgers, n, '2026-06-11', { village }))).toEqual([
      null,
      null,
      null,
    ]);
    const powers = villages.map((village, n) =>
      closed(new LedgersInMemory(), n, '2026-06-11', { village, powerItem: '宅基地审批' }),
    );
    expect(powers).toEqual([null, null, null]);
    const shared = new LedgersInMemory();
    const of = (n: number) =>
      closed(shared, n, '2026-06-11', { village: villages[n]!, powerItem: '宅基地审批' });
    expect([of(0), of(1), of(2)]).toEqual([null, null, [idOf(0), idOf(1), idOf(2)]]);
  });

  it('are not counted where neither is named', () => {
    const ledgers = new LedgersInMemory();
    expect([1, 2, 3].map((n) => closed(ledgers, n, '2026-06-11', {}))).toEqual([null, null, null]);
    expect(ledgers.rowsOf('complaint-counts')).toEqual([]);
  });

  it('are as many as the town says, within as many months', () => {
    const ledgers = new LedgersInMemory();
    const data = { item: '源头治理', cases: 2, months: 6 };
    const inputs = { ledger: 'source-terms', act: 'enter', data, reason: '镇里确认' };
    expect(ledgers.serve('terms', 'wuqing.write-ledger', inputs, new Map()).type).toBe('CompleteServiceTask');
    expect(closed(ledgers, 1, '2026-06-11')).toBeNull();
    expect(closed(ledgers, 2, '2026-12-11')).toBeNull();
    expect(closed(ledgers, 3, '2026-12-12')).toEqual([idOf(2), idOf(3)]);
  });
});
