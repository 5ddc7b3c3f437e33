import type { CaseRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import { callTreeOf } from './call-tree.js';

const row = (id: string, parentId: string | null, more: Partial<CaseRow> = {}): Known<CaseRow> =>
  ({
    id,
    parentId,
    number: id,
    title: '修路',
    processName: id,
    status: 'running',
    suspendedAt: null,
    ...more,
  }) as Known<CaseRow>;

const root = row('root', null);
const middle = row('middle', 'root', { suspendedAt: new Date(0) });
const inner = row('inner', 'middle', { status: 'completed', suspendedAt: new Date(0) });

describe('a call tree', () => {
  it('is told from the root on, whatever case one looks from', () => {
    const { parent, children, callTree } = callTreeOf(middle, [root, middle, inner], ['middle']);
    expect(parent?.id).toBe('root');
    expect(children.map(({ id }) => id)).toEqual(['inner']);
    expect(callTree.map(({ id, parentId, suspended, stuck }) => [id, parentId, suspended, stuck])).toEqual([
      ['root', null, false, false],
      ['middle', 'root', true, true],
      ['inner', 'middle', false, false],
    ]);
  });

  it('does not name a caller that the reader may not know of', () => {
    const { parent, callTree } = callTreeOf(middle, [middle, inner], []);
    expect(parent).toBeNull();
    expect(callTree.map(({ parentId }) => parentId)).toEqual([null, 'middle']);
  });

  it('is none where nobody calls', () => expect(callTreeOf(root, [root], []).callTree).toEqual([]));
});
