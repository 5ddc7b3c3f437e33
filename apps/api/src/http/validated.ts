import {
  Param,
  Query,
  ValidationPipe,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
  type ValidationError,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { Problem, invalid, malformed, notFound, type FieldProblem } from './problem.js';

const KEY_LENGTH_MAX = 200;

const CHECKED: ValidationPipeOptions = {
  whitelist: true,
  forbidUnknownValues: true,
  transform: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => invalid(errors.flatMap((error) => fieldProblemsOf(error, ''))),
};

/** Bodies and queries by their DTO: nothing unknown passes, every fault is named by its field. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({ ...CHECKED, forbidNonWhitelisted: true });

/**
 * What is asked of a public page. Whoever hands its link on (WeChat puts a `from` to it) adds what we do not know: it is left out. The
 * parameter's own type must be no class, or the pipe for everything refuses it before.
 */
export const PublicQuery = (asked: Type<object>): ParameterDecorator =>
  Query(new ValidationPipe({ ...CHECKED, expectedType: asked }));

function fieldProblemsOf(
  { property, constraints, children }: ValidationError,
  above: string,
): FieldProblem[] {
  const path = `${above}/${property}`;
  const own = Object.entries(constraints ?? {}).map(([rule, message]) => ({
    path,
    message: rule === 'whitelistValidation' ? '没有这个字段，请删除。' : message,
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldProblemsOf(child, path))];
}

/** An id in the address that is no id names nothing. */
const uuidPipe: PipeTransform<string, string> = {
  transform(value) {
    if (!isUUID(value)) throw notFound();
    return value.toLowerCase();
  },
};

export const UuidParam = (name: string): ParameterDecorator => Param(name, uuidPipe);

/** Header `Idempotency-Key`: 1 to 200 printable ASCII characters; the same key twice is the same act. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(context.switchToHttp().getRequest<Request>().headers['idempotency-key']),
);

export function idempotencyKeyOf(header: string | readonly string[] | undefined): string {
  if (typeof header !== 'string' || header === '')
    throw malformed('缺少请求头 Idempotency-Key，请为每次提交生成一个新的编号。');
  if (header.length > KEY_LENGTH_MAX || !/^[\x21-\x7e]+$/.test(header)) {
    throw new Problem(
      422,
      'idempotency-key',
      '提交编号有误',
      `请求头 Idempotency-Key 应为 1–${KEY_LENGTH_MAX} 个可见字符。`,
    );
  }
  return header;
}
