import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';
import { invalid } from './problem.js';

const CURSOR_LENGTH_MAX = 400;

/** Where a list goes on, and how many rows it may give. */
export class PageDto {
  @ApiProperty({ required: false, description: '上一页返回的 next' })
  @MayBeAbsent()
  @IsString({ message: '翻页位置有误，请回到第一页。' })
  @MaxLength(CURSOR_LENGTH_MAX, { message: '翻页位置有误，请回到第一页。' })
  after?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: 200, default: 50 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '每页条数应为 1–200 的整数。' })
  @Min(1, { message: '每页条数应为 1–200 的整数。' })
  @Max(200, { message: '每页条数应为 1–200 的整数。' })
  limit: number = 50;
}

/** A sort value and an id, as a text without meaning to the caller. */
export const cursorOf = (sort: string, id: string): string =>
  Buffer.from(JSON.stringify([sort, id])).toString('base64url');

const MOMENT = /^(infinity|\d{4}-\d\d-\d\d[T ][\d:.]+(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?)$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Moment and id of the last row seen; a text that we never gave is a 422. */
export function readCursor(cursor: string | undefined): readonly [string, string] | undefined {
  if (cursor === undefined) return undefined;
  const [sort, id, ...rest] = partsOf(cursor);
  if (
    typeof sort === 'string' &&
    isMoment(sort) &&
    typeof id === 'string' &&
    ID.test(id) &&
    rest.length === 0
  )
    return [sort, id];
  throw invalid([{ path: '/after', message: '翻页位置有误，请回到第一页。' }]);
}

/** As PostgreSQL reads it: there is no 30 February, and no year before the first. */
function isMoment(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  if (text === 'infinity') return true;
  const day = text.slice(0, 'YYYY-MM-DD'.length);
  const begins = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(begins) && new Date(begins).toISOString().startsWith(day);
  return isDay && day > '0001' && !Number.isNaN(Date.parse(text));
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
