import type { CallTreeNodeView } from '../../../client/api.js';
import { nestedCalls, type NestedCall } from './nested-calls.js';

const node = (id: string, parentId: string | null): CallTreeNodeView => ({
  id,
  number: id,
  title: '修路',
  processName: id,
  status: 'running',
  parentId,
  suspended: false,
  stuck: false,
});

const drawn = (calls: readonly NestedCall[]): string =>
  calls.map(({ id, calls: inner }) => (inner.length > 0 ? `${id}(${drawn(inner)})` : id)).join(' ');

it('nests cases under those that called them', () => {
  const nodes = [node('root', null), node('a', 'root'), node('b', 'root'), node('a1', 'a')];
  expect(drawn(nestedCalls(nodes))).toBe('root(a(a1) b)');
  expect(nestedCalls([])).toEqual([]);
});
