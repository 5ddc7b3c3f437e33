import { fileKindOf } from './file-kind-of.js';

it.each([
  ['签到表.JPG', '图'],
  ['方案.pdf', 'PDF'],
  ['预算.xlsx', '文'],
  ['没有后缀', '文'],
  ['', '文'],
])('%s is shown as %s', (name, kind) => expect(fileKindOf(name)).toBe(kind));
