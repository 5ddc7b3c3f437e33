import { readFileSync } from 'node:fs';
import { logElsewhere, logMethods } from '../../words/log-operation.words.js';
import { operationSaid } from './operation-said.js';

const document = JSON.parse(
  readFileSync(new URL('../../../../api/openapi.json', import.meta.url), 'utf8'),
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
);

it.each([
  ['POST /api/cases/:id/cancellation', '终止事项'],
  ['GET /api/cases/:id', '查看事项'],
  ['GET /api/cases/:id/timeline', '查看事项的办理过程'],
  ['POST /api/user-tasks/:id/hand-over', '转办待办'],
  ['PUT /api/second-factor-roles', '改动须用动态口令的岗位'],
  ['DELETE /api/sessions/:id', '删除或者结束登录的设备'],
  ['GET /villages/:code', '公开页'],
  ['GET -', '没有这个地址'],
  ['-', ''],
])('%s is 「%s」', (operation, said) => expect(operationSaid(operation)).toBe(said));

it.each(operations)('%s is said in Chinese, by what it is about', (operation) => {
  const said = operationSaid(operation);
  expect(said).toMatch(/^[\p{Script=Han}：]+$/u);
  expect(said).not.toContain(logElsewhere.nowhere);
  expect(Object.values(logMethods)).not.toContain(said);
});
