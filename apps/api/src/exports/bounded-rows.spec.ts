import fc from 'fast-check';
import { boundedRows } from './bounded-rows.js';
import type { Cell } from './sheet.js';

/** A list of so many rows, in pages of that size. */
const listOf = (count: number, size: number) => async (after: string | undefined) => {
  const from = after === undefined ? 0 : Number(after);
  const to = Math.min(count, from + size);
  const items = Array.from({ length: to - from }, (_, at) => from + at);
  return { items, next: to < count ? String(to) : null };
};

async function read(count: number, size: number, max: number): Promise<(readonly Cell[])[]> {
  const rows = await boundedRows({ page: listOf(count, size), cellsOf: (row: number) => [row], max });
  const read: (readonly Cell[])[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

it('gives every row once, in order, and says where it is cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (count, size, max) => {
        const rows = await read(count, size, max);
        const whole = Array.from({ length: Math.min(count, max) }, (_, at) => [at]);
        const end = count > max ? [[`只导出前 ${max} 行，其余未导出；请筛选后分次导出。`]] : [];
        expect(rows).toEqual([...whole, ...end]);
      },
    ),
  ));

it('refuses before the first row what the list refuses', async () => {
  const page = () => Promise.reject(new Error('您的职务没有权限。'));
  await expect(boundedRows({ page, cellsOf: () => [] })).rejects.toThrow('您的职务没有权限。');
});
