import fc from 'fast-check';
import { filterOf, inboxSearch, isFiltered } from './inbox-search.js';

const ID = '01990000-0000-7000-8000-000000000001';

describe('the address of the inbox', () => {
  it.each([
    [{ view: 'todo' }, {}],
    [
      { view: 'claimable', tone: 'late' },
      { view: 'claimable', tone: 'late' },
    ],
    [{ view: 'everything', tone: 'purple', dueBy: 'tomorrow', unitId: 'v01' }, {}],
    [{ q: 121 }, { q: '121' }],
    [
      { task: ID, picked: [ID, ID, 'x', 7] },
      { task: ID, picked: [ID] },
    ],
    [{ picked: ID, q: ' ' }, {}],
  ])('%j is read as %j', (given, read) => expect(inboxSearch(given)).toEqual(read));

  it('is read again as it was written, whatever was in it', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('view', 'tone', 'dueBy', 'q', 'task', 'picked', 'x'), fc.anything()),
        (given) => {
          const read = inboxSearch(given);
          expect(inboxSearch({ ...read })).toEqual(read);
        },
      ),
    ));

  it('tells what is asked of the API from what is only of this window', () => {
    expect(filterOf({ tone: 'late', task: ID, picked: [ID] })).toEqual({ tone: 'late' });
    expect([isFiltered({ view: 'done', task: ID }), isFiltered({ tone: 'warn' })]).toEqual([false, true]);
  });
});
