import { shownSize } from '@wuqing/kernel';

/** One field that is not as it must be; `path` is a JSON pointer into the body. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface ProblemExtensions {
  readonly errors?: readonly FieldProblem[];
  readonly rejection?: { readonly code: string; readonly guard?: string; readonly elementId?: string };
}

/** An answer that is a refusal (RFC 9457). `detail` is a Chinese sentence that says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    /** Last part of the problem's type. */
    readonly kind: string,
    readonly title: string,
    readonly detail: string,
    readonly extensions: ProblemExtensions = {},
    readonly headers: Readonly<Record<string, string>> = {},
    /** Whose secret it was about, where no session says so: for the security log, never for the caller. */
    readonly accountId?: string,
  ) {
    super(`${status} ${kind}`);
  }
}

export const notSignedIn = (): Problem =>
  new Problem(401, 'not-signed-in', '尚未登录', '登录已失效或尚未登录，请重新登录。');

export const denied = (detail = '您没有办理此事的权限，如有疑问请联系系统管理员。'): Problem =>
  new Problem(403, 'denied', '没有权限', detail);

/** One sentence for what is not there and what is hidden, whatever it was: the words tell as little as the status. */
export const notFound = (): Problem =>
  new Problem(404, 'not-found', '未找到', '没有找到这个事项，请返回列表重新选择。');

/** Of what anybody may read. */
export const nothingPublic = (detail: string): Problem =>
  new Problem(404, 'nothing-public', '未找到', detail);

export const noSuchAddress = (): Problem =>
  new Problem(404, 'no-such-address', '未找到', '没有这个地址，请核对后再打开。');

/** `methods`: those that the address has. */
export const wrongMethod = (methods: readonly string[]): Problem =>
  new Problem(
    405,
    'method',
    '不支持的操作',
    `此地址不支持这种操作，可用：${methods.join('、')}。`,
    {},
    { allow: methods.join(', ') },
  );

export const conflict = (detail: string, extensions: ProblemExtensions = {}): Problem =>
  new Problem(409, 'conflict', '暂不能办理', detail, extensions);

export const malformed = (detail: string): Problem => new Problem(400, 'malformed', '请求格式有误', detail);

export const wrongMediaType = (expected: string): Problem =>
  new Problem(415, 'media-type', '内容类型不支持', `请以 ${expected} 和 UTF-8 提交。`);

/** No answer grows with what was sent: the first faults are enough to begin with. */
const ERRORS_MAX = 50;
const PATH_MAX = 300;

/** Says the first faults, and how many more there are. */
export function invalid(
  errors: readonly FieldProblem[],
  detail = '填写的内容有误，请按提示修改后再提交。',
): Problem {
  const told = errors.slice(0, ERRORS_MAX).map(({ path, message }) => ({ path: shortened(path), message }));
  const more = errors.length - told.length;
  const words = more > 0 ? `${detail}另有 ${more} 处未列出。` : detail;
  return new Problem(422, 'invalid', '内容有误', words, { errors: told });
}

const shortened = (path: string): string => (path.length > PATH_MAX ? `${path.slice(0, PATH_MAX)}…` : path);

/** `bytesMax`: what this operation takes, where it is known. */
export function tooLarge(bytesMax?: number): Problem {
  const bound = bytesMax === undefined ? '' : `（${shownSize(bytesMax)}）`;
  return new Problem(
    413,
    'too-large',
    '内容过大',
    `提交的内容超过上限${bound}，请精简文字或改用附件后再提交。`,
  );
}

export const tooMany = (seconds: number): Problem =>
  new Problem(
    429,
    'too-many',
    '操作过于频繁',
    `操作过于频繁，请 ${seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`,
    {},
    { 'retry-after': String(Math.ceil(seconds)) },
  );

/** Of a form that did not come whole in time. */
export const tooSlow = (): Problem =>
  new Problem(503, 'too-slow', '没有传完', '网络较慢，内容没有传完，请减少照片后再提交一次。');

export const unavailable = (): Problem =>
  new Problem(
    503,
    'unavailable',
    '暂时无法服务',
    '系统正在恢复，请稍后再试；已提交的内容不会丢失。',
    {},
    { 'retry-after': '5' },
  );

/** What would be written now would bear a wrong moment. */
export const clocksApart = (): Problem =>
  new Problem(
    503,
    'clock',
    '服务器时钟不准',
    '服务器与数据库的时钟相差过大，暂不受理新的提交。请联系系统管理员校准时钟，一致后自动恢复。',
    {},
    { 'retry-after': '10' },
  );

/** Too many ask the same at this moment; nothing was begun. */
export const busy = (detail: string): Problem =>
  new Problem(503, 'busy', '系统繁忙', detail, {}, { 'retry-after': '5' });

/** The document that the caller reads. */
export const problemDocument = ({ status, kind, title, detail, extensions }: Problem): string =>
  JSON.stringify({ type: `urn:wuqing:problem:${kind}`, title, status, detail, ...extensions });
