import type { DueGroup } from './due-groups.js';

/** What stands under what in the list: a head, or a row. */
export type Line<Row> =
  | { readonly kind: 'head'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row };

export const HEAD_HEIGHT = 30;
export const ROW_HEIGHT = 60;

export const linesOf = <Row extends { readonly id: string }>(groups: readonly DueGroup<Row>[]): Line<Row>[] =>
  groups.flatMap(({ key, title, rows }): Line<Row>[] => [
    { kind: 'head', key, title, count: rows.length },
    ...rows.map((row): Line<Row> => ({ kind: 'row', key: row.id, row })),
  ]);
