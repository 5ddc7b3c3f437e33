import type { StepOutcome } from '../drive/journey-driver.js';
import type { TimelineItemShown } from '../drive/shown.js';
import { alertLine, noticeLines, stepLines, timelineLines } from './telling.js';

const line = (kind: string, text: string, more: Partial<TimelineItemShown> = {}): TimelineItemShown => ({
  at: '2026-08-25T02:00:00.000Z',
  on: '2026-08-25',
  kind,
  text,
  actor: { id: '1', name: '甲' },
  detail: null,
  ...more,
});

const outcome = (lines: readonly TimelineItemShown[]): StepOutcome => ({
  actor: null,
  task: null,
  refusal: null,
  opened: [],
  canceled: [],
  openedEarly: [],
  lines,
  seen: {
    id: '1',
    number: '2026-00001',
    title: '硬化道路',
    unitName: '甲村',
    status: 'running',
    endedAt: null,
    tasks: [],
    clocks: [],
    incidents: [],
    children: [],
  },
});

describe('the telling of a case', () => {
  it('says who did what on which day, and what it led to', () => {
    const lines = [
      line('completed', '办结「一」', { detail: '按期办结（期限 2026-08-31）' }),
      line('service', '系统自动办理「核计」'),
      line('alert', '预警：「二」', { on: '2026-08-24' }),
    ];
    expect(stepLines({ on: '2026-08-25', note: '说明' }, outcome(lines))).toEqual([
      '\n2026-08-25 周二  等待  （说明）',
      '    ✓ 办结「一」，按期办结（期限 2026-08-31）',
      '    ! 2026-08-24 预警：「二」',
    ]);
  });

  it('gives a refusal in its own words', () => {
    const refused = { ...outcome([]), refusal: { guard: 'bar-11', sentence: '公开期限不得少于十五日。' } };
    expect(stepLines({ on: '2026-09-16' }, refused)).toContain('    ✗ 不予受理：公开期限不得少于十五日。');
  });

  it('names the person of what a person did, and marks what was late', () => {
    const late = line('completed', '办结「一」', { detail: '超期办结（期限 2026-08-31，超 4 个工作日）' });
    expect(timelineLines([late, line('opened', '进入「二」')])).toEqual([
      '2026-08-25 周二  ✓! 办结「一」（甲），超期办结（期限 2026-08-31，超 4 个工作日）',
      '2026-08-25 周二  → 进入「二」',
    ]);
  });

  it('shows alerts on the day of Asia/Shanghai, and notices with their fields', () => {
    const alert = {
      kind: 'due',
      rung: 0,
      text: '超期',
      at: '2026-08-31T16:00:00.000Z',
      caseId: '1',
    } as const;
    expect(alertLine('甲', alert)).toBe('    ! 2026-09-01 周二  甲 收到：超期');
    const notice = {
      id: '1',
      kind: 'result',
      title: '结果',
      village: '甲村',
      from: '2026-11-10',
      to: '2026-11-25',
      files: [],
    };
    expect(noticeLines({ ...notice, fields: [{ key: 'sheet', title: '验收单', value: '单.pdf' }] })).toEqual([
      '▤ 甲村「结果」 2026-11-10 至 2026-11-25',
      '    验收单：单.pdf',
    ]);
  });
});
