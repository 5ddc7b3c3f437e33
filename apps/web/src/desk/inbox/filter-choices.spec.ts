import { choicesOf } from './filter-choices.js';

const row = (unit: string, process: string) => ({
  unitId: unit,
  unitName: `${unit}村`,
  processKey: process,
  processName: process,
});

describe('what a list can be narrowed to', () => {
  it('is every village and process once', () => {
    const rows = [row('乙', 'b'), row('甲', 'a'), row('乙', 'a')];
    expect(choicesOf('unitId', rows, undefined).map(({ label }) => label)).toEqual(['甲村', '乙村']);
    expect(choicesOf('processKey', rows, undefined).map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it('counts a step over the processes that have it', () => {
    const step = (processKey: string, total: number) => ({
      processKey,
      elementId: 'review',
      name: '镇审核',
      total,
    });
    expect(choicesOf('elementId', [], { steps: [step('a', 2), step('b', 3)] })).toEqual([
      { value: 'review', label: '镇审核', count: 5 },
    ]);
  });
});
