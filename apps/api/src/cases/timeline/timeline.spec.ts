import type { EngineEvent } from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import { indexCalendar, officialCalendar } from '@wuqing/working-calendar';
import { journalItems, type ActRecord } from './journal-items.js';
import { endingOf, termOf } from './term-words.js';
import { alertItems, holderItems } from './watch-items.js';

const calendar = indexCalendar(officialCalendar);
const clock = {
  policy: { term: '5W', unconfirmed: true },
  anchor: '2026-08-24',
  dueOn: '2026-08-31',
  provisional: false,
};

describe('terms in words', () => {
  it('say length, first and last day, and what is not yet sure', () => {
    expect(termOf(clock)).toBe('办理期限 5 个工作日，自 2026-08-24 起，至 2026-08-31（待镇确认）');
    expect(termOf({ ...clock, policy: {}, provisional: true })).toBe(
      '办理期限，自 2026-08-24 起，至 2026-08-31（暂定）',
    );
  });

  it.each([
    [null, '2026-08-25T08:00:00Z', '按期办结（期限 2026-08-31）'],
    ['2026-08-31T10:00:00Z', '2026-09-04T08:00:00Z', '超期办结（期限 2026-08-31，超 4 个工作日）'],
    ['2026-08-31T10:00:00Z', '2026-08-31T11:00:00Z', '超期办结（期限 2026-08-31，超 1 个工作日）'],
    [null, null, ''],
  ])('breached %s, stopped %s', (breachedAt, stoppedAt, text) =>
    expect(endingOf({ dueOn: '2026-08-31', breachedAt, stoppedAt }, calendar)).toBe(text),
  );
});

describe('the journal in sentences', () => {
  const names: Readonly<Record<string, string>> = { a: '提议', t: '公开期', m: '收到异议' };
  const reading = {
    process: { name: '村级重大事项' },
    nameOf: (idOrKey: string) => names[idOrKey.replace(/#.*/, '')] ?? idOrKey,
    elementOf: (key: string) => key.replace(/#.*/, ''),
    title: '硬化道路',
    calendar,
    clocks: new Map([['a#1', [{ ...clock, breachedAt: null, stoppedAt: '2026-08-25T01:00:00Z' }]]]),
    fields: new Map([['c1', [{ key: 'k', title: '金额', value: 1 }]]]),
    acts: new Map<string, ActRecord>(),
  };
  const told = (event: EngineEvent, actorId = 'p1', acts = reading.acts) =>
    journalItems(
      {
        position: 0,
        commandId: 'c1',
        commandKind: 'x',
        actorId,
        at: new Date(7),
        events: [event],
        migratedFrom: null,
        onBehalfOf: ['p2'],
      },
      { ...reading, acts },
    );

  it.each<[EngineEvent, string]>([
    [
      { type: 'ProcessInstanceStarted', processKey: 'p', at: instant(0), flags: [] },
      '发起「硬化道路」，流程：村级重大事项',
    ],
    [{ type: 'UserTaskCreated', key: 'a#1' }, '进入「提议」'],
    [{ type: 'TimerTriggered', key: 't#2' }, '「公开期」期限届满，流程继续'],
    [{ type: 'MessageCorrelated', key: 'm#3' }, '收到异议'],
    [{ type: 'MessageCorrelated', key: 'a#1' }, '收到「提议」'],
    [{ type: 'ServiceTaskCompleted', key: 'a#1' }, '系统自动办理「提议」'],
    [{ type: 'StepReturned', target: 'a', reason: '有误' }, '退回到「提议」'],
    [{ type: 'ProcessInstanceTerminated', at: instant(0), reason: '撤回' }, '事项终止'],
  ])('%j', (event, text) => expect(told(event).map((item) => item.text)).toEqual([text]));

  it('tells how a step ended and what was submitted', () => {
    expect(told({ type: 'UserTaskCompleted', key: 'a#1' })).toEqual([
      {
        kind: 'completed',
        text: '办结「提议」',
        detail: '按期办结（期限 2026-08-31）',
        fields: [{ key: 'k', title: '金额', value: 1 }],
        at: 7,
        elementId: 'a',
        actorId: 'p1',
        onBehalfOf: ['p2'],
      },
    ]);
  });

  it('names the one stood in for at what was done, not at what it led to', () => {
    expect(told({ type: 'UserTaskCreated', key: 'a#1' })[0]!.onBehalfOf).toBeUndefined();
  });

  it('tells with what reason an incident was mended, and which variables were set', () => {
    const acts = new Map([['c1', { reason: '造价漏填', mended: ['造价（元）'] }]]);
    const [line] = told({ type: 'IncidentResolved', key: 'a#1' }, 'p1', acts);
    expect(line).toMatchObject({
      text: '「提议」的异常已处理',
      detail: '理由：造价漏填；补正变量：造价（元）',
      actorId: 'p1',
      onBehalfOf: ['p2'],
    });
    const [skipped] = told(
      { type: 'ElementSkipped', key: 'a#1', elementId: 'a', reason: '已过期' },
      'p1',
      acts,
    );
    expect(skipped!.detail).toBe('理由：已过期；补正变量：造价（元）');
  });

  it('names nobody as who got a case stuck', () => {
    const raised = {
      type: 'IncidentRaised',
      key: 'a#1',
      elementId: 'a',
      code: 'x',
      message: '',
      retry: 'enter',
    };
    expect(told(raised as EngineEvent)[0]).toMatchObject({ actorId: null });
  });

  it('names no person where the system acted, and leaves out what nobody asks for', () => {
    expect(told({ type: 'TimerTriggered', key: 't#2' }, 'system:timer')[0]!.actorId).toBeNull();
    expect(told({ type: 'SequenceFlowTaken', flowId: 'f', scope: 's' })).toEqual([]);
  });
});

describe('what stands beside the journal', () => {
  const alert = {
    kind: 'rung',
    rung: 2,
    taskName: '提议',
    clockName: '',
    dueOn: '2026-08-31',
    at: new Date(5),
    step: { elementId: 'a' },
    outside: null,
  } as const;

  it('is one line an instant, with everybody who was told', () => {
    const items = alertItems([
      { ...alert, recipientPosition: 'branch-secretary' },
      { ...alert, recipientPosition: 'supervision-director' },
      { ...alert, kind: 'warn', rung: 0, recipientPosition: 'village-clerk' },
    ]);
    expect(items.map(({ text, detail }) => [text, detail])).toEqual([
      ['督办（第 2 级）：「提议」应于 2026-08-31 前办结，仍未办结', '已告知：党总支书记、村监会主任'],
      ['预警：「提议」将于 2026-08-31 到期，请抓紧办理', '已告知：村文书'],
    ]);
  });

  it('shows claims, releases and handings-over of the audit, and nothing else of it', () => {
    const entry = {
      format: 2 as const,
      caseId: 'c',
      unitId: 'u',
      seq: 1,
      at: '2026-08-24T01:00:00.000000Z',
      actorId: 'p',
      subject: 'a#1',
      detail: {},
      parts: [],
      previousHash: '',
      hash: '',
    };
    const items = holderItems(
      [
        { ...entry, action: 'ClaimUserTask' },
        { ...entry, action: 'CompleteUserTask' },
        { ...entry, action: 'HandOverUserTask', detail: { toPersonId: 'q', reason: '外出学习' } },
      ],
      { nameOf: () => '提议', elementOf: () => 'a' },
      new Map([['q', '叶玉娥']]),
    );
    expect(items.map(({ text, detail }) => [text, detail])).toEqual([
      ['签收「提议」', undefined],
      ['转办「提议」', '转给叶玉娥，理由：外出学习'],
    ]);
  });
});
