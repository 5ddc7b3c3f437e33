import { HttpException } from '@nestjs/common';
import {
  Problem,
  invalid,
  malformed,
  noSuchAddress,
  tooLarge,
  unavailable,
  wrongMediaType,
} from './problem.js';
import { isDatabaseAway, sqlStateOf } from '@wuqing/persistence';

/**
 * Any thrown thing as the problem that the caller reads; what nobody foresaw is a 500 without particulars. `sent`: whether the
 * request brought something that the database may have refused; else a value that it cannot take is one that it has.
 */
export function problemOf(error: unknown, sent = true): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status !== undefined) return problemOfStatus(status);
  if (isDatabaseAway(error)) return unavailable();
  if (sent && sqlStateOf(error)?.startsWith('22'))
    return invalid([], '内容含有无法保存的字符或数值，请修改后再提交。');
  return new Problem(
    500,
    'bug',
    '系统内部错误',
    '系统出现异常，已记录。请稍后再试；如仍不行，请联系系统管理员。',
  );
}

/** Of Nest's exceptions and of the body parser's errors. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : undefined;
}

function problemOfStatus(status: number): Problem {
  switch (status) {
    case 404:
      return noSuchAddress();
    case 413:
      return tooLarge();
    case 415:
      return wrongMediaType('application/json');
    default:
      return status >= 500 ? unavailable() : malformed('请求不是有效的 JSON 或网址有误，请检查后再提交。');
  }
}
