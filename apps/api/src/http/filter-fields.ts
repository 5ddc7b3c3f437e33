import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';

/** A field that a list may be narrowed by; `description`: what its readers are told beside its rules. */
type FilterField = (description?: string) => PropertyDecorator;

const YEAR_MIN = 2000;
const YEAR_MAX = 2099;
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const YEAR = { message: `年份应为 ${YEAR_MIN} 至 ${YEAR_MAX} 的整数。` };

const filterField = (
  description: string | undefined,
  shown: object,
  ...rules: PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false, ...shown, ...(description !== undefined && { description }) }),
    MayBeAbsent(),
    ...rules,
  );

const keyField =
  (message: string, max: number): FilterField =>
  (description) =>
    filterField(description, {}, IsString({ message }), MaxLength(max, { message }));

export const UnitFilter: FilterField = (description) =>
  filterField(description, { format: 'uuid' }, IsUUID('all', { message: '单位编号有误，请重新选择。' }));

/** Key of a process. */
export const ProcessFilter: FilterField = keyField('流程编号有误，请重新选择。', 100);

/** Element id of a step. */
export const StepFilter: FilterField = keyField('步骤编号有误，请重新选择。', 200);

/** A calendar year. */
export const YearFilter: FilterField = (description) =>
  filterField(
    description,
    { minimum: YEAR_MIN, maximum: YEAR_MAX },
    Type(() => Number),
    IsInt(YEAR),
    Min(YEAR_MIN, YEAR),
    Max(YEAR_MAX, YEAR),
  );

/** A calendar month, 'YYYY-MM'. */
export const MonthFilter: FilterField = (description) =>
  filterField(
    description,
    { example: '2026-10', pattern: MONTH.source },
    Matches(MONTH, { message: '月份应写成 2026-10 这样，年份在 2000 至 2099 之间。' }),
  );

/** Words that are looked for in titles, numbers and names. */
export const SearchFilter = (): PropertyDecorator =>
  filterField(
    '名称、编号、发起人的一部分，或者拼音首字母',
    {},
    IsString({ message: '搜索内容应为文字。' }),
    MaxLength(100, { message: '搜索内容不超过 100 个字。' }),
  );

export type TrueOrFalse = 'true' | 'false';

const TRUE_OR_FALSE: readonly TrueOrFalse[] = ['true', 'false'];

/** Those that are so, or those that are not; both where it is left out. */
export const TrueOrFalseFilter = (name: string, description: string): PropertyDecorator =>
  filterField(
    description,
    { enum: [...TRUE_OR_FALSE] },
    IsIn(TRUE_OR_FALSE, { message: `${name} 应为 true 或 false。` }),
  );
