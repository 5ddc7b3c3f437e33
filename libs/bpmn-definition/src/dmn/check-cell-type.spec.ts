import { said } from './decide.fixture.js';
import { dmnFile, tableDecision } from './decision-file.fixture.js';

const verdict = (type: string, cell: string, items = '') =>
  said(dmnFile(items + tableDecision('d', { inputs: [`v: ${type}`], rules: [`${cell} => 1`] })), {});

describe('a cell that compares with another type than its column has', () => {
  it.each([
    ['date', '"2026-08-24"', '写的是文字，而这一列的类型是 date，永远不会相符；请写成 @"2026-08-24" 的样子'],
    ['date', '> "2026-01-01"', '写的是文字'],
    ['date', '["2026-01-01".."2026-02-01"]', '写的是文字'],
    ['date', '@"2026-01-01", "2026-01-02"', '写的是文字'],
    ['date', 'not("2026-01-01")', '写的是文字'],
    ['date', '? > "2026-01-01"', '写的是文字'],
    ['date', '2026', '写的是数'],
    ['time', '"09:00:00"', '类型是 time'],
    ['dateTime', '"2026-01-01T00:00:00"', '类型是 date and time'],
    ['dayTimeDuration', '> "P3D"', '类型是 days and time duration'],
    ['yearMonthDuration', '"P1Y"', '类型是 years and months duration'],
    ['number', '"5"', '类型是 number'],
    ['number', '["1", "2"]', '类型是 number'],
    ['string', '5', '写的是数，而这一列的类型是 string'],
    ['tGrade', '5', '类型是 string'],
  ])('%s: %s', async (type, cell, reason) => {
    const items = '<itemDefinition name="tGrade"><typeRef>string</typeRef></itemDefinition>';
    expect(await verdict(type, cell, items)).toContain(
      `规则1的条件1${reason.startsWith('写') ? reason : ''}`,
    );
    expect(await verdict(type, cell, items)).toContain(reason);
  });

  it.each([
    ['date', '@"2026-08-24"'],
    ['date', 'date("2026-08-24")'],
    ['date', 'string(?) = "2026-08-24"'],
    ['date', 'starts with(string(?), "2026")'],
    ['date', 'null'],
    ['date', 'limit'],
    ['number', '[1..5], > 7'],
    ['number', '-5'],
    ['string', '"a", "b"'],
    ['string', 'true'],
    ['boolean', 'true'],
    ['Any', '"2026"'],
    ['tGrades', '"A"'],
    ['context', '? = "a"'],
  ])('is not %s: %s', async (type, cell) => {
    const items =
      '<itemDefinition name="tGrades" isCollection="true"><typeRef>string</typeRef></itemDefinition>';
    expect(String(await verdict(type, cell, items))).not.toContain('refused');
  });
});
