import type { OpenAPIObject } from '@nestjs/swagger';
import { SECRET_BODY } from '../http/body-bounds.js';
import type { DescribedRoute } from './described-routes.js';
import { operationsOf, type OperationObject, type ParameterObject, type Schema } from './document-types.js';

/** What each refusal means, whatever the operation. */
const meanings: Readonly<Record<number, string>> = {
  400: '请求不是有效的 JSON，或网址、请求头有误',
  401: '尚未登录，或账号、密码不正确',
  403: '没有权限，页面已失效，或须先修改密码',
  404: '没有，或不归您知悉',
  406: '此地址不提供所要的内容类型',
  409: '目前不能办理',
  413: '内容过大',
  415: '内容类型不支持',
  422: '内容有误',
  429: '操作过于频繁；请求头 Retry-After 是须等待的秒数',
  503: '暂时无法服务，请稍后再试',
};

const PROBLEM = 'Problem';
const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', pattern: '^urn:wuqing:problem:' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: '说明原因和怎么办的一句话' },
    errors: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', description: 'JSON Pointer' },
          message: { type: 'string' },
        },
      },
    },
    rejection: { type: 'object', description: '流程不接受的原因' },
  },
};

/** Says of every operation which refusals it can answer (RFC 9457), and who may call it. */
export function describeRefusals(document: OpenAPIObject, routes: readonly DescribedRoute[]): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, [PROBLEM]: problem },
  };
  const operations = operationsOf(document);
  for (const route of routes) {
    const operation = operations.get(route.operationId);
    if (!operation) continue;
    operation.security = securityOf(route);
    if (route.scope !== undefined) Object.assign(operation, { 'x-token-scope': route.scope });
    const said = Object.keys(operation.responses).map(Number);
    const refused = [...refusalsOf(route, operation), ...said.filter((status) => status >= 400)];
    for (const status of refused) operation.responses[status] = refusal(status);
  }
}

/** A session's cookie, or a token where the operation is reached by one; the scope is said beside it. */
function securityOf({ mark, scope }: DescribedRoute): Record<string, string[]>[] {
  if (mark?.kind === 'public') return [];
  return [{ cookie: [] }, ...(scope === undefined ? [] : [{ token: [] }])];
}

const refusal = (status: number) => ({
  description: meanings[status] ?? '',
  content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${PROBLEM}` } } },
});

/** An address may always be malformed, a filter always wrong, a caller always too fast, the database always away. */
function refusalsOf(
  { mark, takesBody, bounds }: DescribedRoute,
  { parameters = [] }: OperationObject,
): number[] {
  const names = (parameters as ParameterObject[]).map((one) => one.in);
  const isCommand = (parameters as ParameterObject[]).some(({ name }) => name === 'Idempotency-Key');
  const isPublic = mark?.kind === 'public';
  return [
    400,
    ...(isPublic ? [] : [401, 403]),
    ...(isPublic && bounds === SECRET_BODY ? [401] : []),
    ...(names.includes('path') || isCommand ? [404] : []),
    ...(isCommand || (takesBody && !isPublic) ? [409] : []),
    ...(takesBody ? [413, 415] : []),
    422,
    429,
    503,
  ];
}
