import { validateSubmission } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { libraryProcesses } from './index.js';

const { process: work } = await compiledLibrary('joint-work');
const { process: part } = await compiledLibrary('joint-part');
const ON = '2026-05-06';
const one = (office: string, dueOn: string, wall = '共享') => ({ office, question: '核对账目', dueOn, wall });
const plan = (parts: readonly JsonObject[], change: JsonObject = {}): JsonObject => ({
  ...{ matter: '核对集体合同', lead: '信访办', joinRule: '须全部办结', parts: [...parts] },
  ...change,
});

const begun = (process: typeof work, variables: JsonObject): CaseWalker => {
  const walker = new CaseWalker(process);
  walker.goTo(ON);
  expect(walker.start(variables).ok).toBe(true);
  return walker;
};

describe('the plan of a joint work', () => {
  it.each([
    ['parts of two offices', [one('经管站', '2026-05-20'), one('民政科', '2026-05-13')], undefined],
    ['a part to its sixtieth day', [one('经管站', '2026-07-06')], undefined],
    ['a part that ends today', [one('经管站', '2026-05-06')], 'parts-ahead'],
    ['a part that takes longer', [one('经管站', '2026-07-07')], 'parts-within'],
    ['two parts of one office', [one('经管站', '2026-05-20'), one('经管站', '2026-05-13')], 'parts-distinct'],
  ] as const)('%s', (_title, parts, guard) => {
    const answer = begun(work, {}).complete('plan-parts', plan(parts));
    expect(answer.ok ? undefined : answer.error.guard).toBe(guard);
  });

  it('is what its form takes', () => {
    const { forms } = required(
      libraryProcesses().find(({ key }) => key === 'joint-work'),
      'joint-work',
    );
    const form = required(
      forms.find(({ key }) => key === 'plan-parts'),
      'plan-parts',
    );
    const filled = plan([one('经管站', '2026-05-20')]);
    expect(validateSubmission(form, filled)).toEqual({ ok: true, value: filled });
  });

  it('keeps what each office is asked out of the variables', () => {
    const walker = begun(work, {});
    walker.complete('plan-parts', plan([one('经管站', '2026-05-20', '本部门')]));
    expect(walker.variable('parts')).toBeUndefined();
    expect(walker.variable('works')).toEqual([
      {
        office: '经管站',
        dueOn: '2026-05-20',
        wall: '本部门',
        handlers: 'office-head@office:jingguan,office-clerk@office:jingguan',
      },
    ]);
  });

  it.each([
    ['须全部办结', {}],
    ['牵头部门可先汇总', { 'wait-last': '2026-05-21' }],
  ])('waits by its rule: %s', (joinRule, timers) => {
    const walker = begun(work, {});
    walker.complete(
      'plan-parts',
      plan([one('经管站', '2026-05-13'), one('民政科', '2026-05-20')], { joinRule }),
    );
    expect(walker.outcome().timers).toEqual(timers);
  });
});

describe('a part', () => {
  it.each([
    ['共享', []],
    ['本部门', ['work-own']],
  ])('goes by its wall: %s', (wall, before) => {
    const handlers = 'office-head@office:jingguan,office-clerk@office:jingguan';
    const walker = begun(part, { wall, handlers, dueOn: '2026-05-20' });
    for (const element of before) {
      expect(walker.outcome().opens).toEqual({ [element]: '2026-05-20' });
      expect(walker.complete(element, { findings: '核对完毕' }).ok).toBe(true);
    }
    expect(walker.outcome().opens).toEqual({ 'state-conclusion': '2026-05-20' });
    walker.complete('state-conclusion', { result: '属实', conclusion: '账目属实。' });
    expect([walker.state.status, walker.variable('partResult')]).toEqual(['completed', '属实']);
  });
});
