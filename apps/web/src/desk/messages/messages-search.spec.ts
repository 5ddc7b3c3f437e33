import { messagesSearch } from './messages-search.js';

it.each([
  [{}, {}],
  [{ kind: 'to-do' }, { kind: 'to-do' }],
  [{ kind: 'info', other: 1 }, { kind: 'info' }],
  [{ kind: 'nothing' }, {}],
  [{ kind: ['info'] }, {}],
])('%j is read as %j', (given, read) => expect(messagesSearch(given)).toEqual(read));
