import { IsString, validateSync } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';

class Filter {
  @MayBeAbsent() @IsString() q?: unknown;
}

it.each([
  [undefined, 0],
  ['a', 0],
  [null, 1],
  [7, 1],
])('%p has %i faults', (q, faults) =>
  expect(validateSync(Object.assign(new Filter(), { q }))).toHaveLength(faults),
);
