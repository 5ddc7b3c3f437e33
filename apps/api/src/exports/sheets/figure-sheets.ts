import type { WatchFiguresView } from '../../supervision/dto/watch.view.js';
import type { Cell, Sheet } from '../sheet.js';

/** 督办台 as two tables: the numbers above, and unit by process. */
export const figureSheets = (figures: WatchFiguresView): readonly Sheet[] => [
  {
    name: '督办数字',
    columns: [
      { title: '项目', width: 24 },
      { title: '数值', width: 12 },
    ],
    rows: given(numbersOf(figures)),
  },
  {
    name: '单位和流程',
    columns: [
      { title: '单位', width: 16 },
      { title: '流程', width: 24 },
      ...['在办', '红：超期未办结', '黄：将到期'].map((title) => ({ title, width: 16 })),
    ],
    rows: given(cellsOf(figures)),
  },
];

const numbersOf = (figures: WatchFiguresView): readonly (readonly Cell[])[] => [
  ['在办', figures.open],
  ['本月新增', figures.beganThisMonth],
  ['本月办结', figures.endedThisMonth],
  ['红：超期未办结', figures.red],
  ['红：督办第 2 级以上', figures.redHigh],
  ['黄：将到期', figures.yellow],
  ['黄：到明天为止到期', figures.yellowNext],
  [`${figures.year} 年办结`, figures.ended],
  [`${figures.year} 年超期办结`, figures.endedLate],
  [
    '按期率',
    figures.onTimeRate === null ? '没有办结的' : { value: figures.onTimeRate / 100, format: '0.0%' },
  ],
];

function cellsOf({ rows, quiet, totals, processes }: WatchFiguresView): readonly (readonly Cell[])[] {
  const nameOf = (processKey: string): string =>
    processes.find(({ key }) => key === processKey)?.name ?? processKey;
  const loud = rows.flatMap(({ unitName, cells }) =>
    cells.map(({ processKey, open, red, yellow }) => [unitName, nameOf(processKey), open, red, yellow]),
  );
  return [
    ...loud,
    ...quiet.map(({ unitName, open }) => [unitName, '全部流程', open, 0, 0]),
    ...totals.map(({ processKey, open, red, yellow }) => ['合计', nameOf(processKey), open, red, yellow]),
  ];
}

async function* given(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}
