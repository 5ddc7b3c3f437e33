import { readKind } from '@wuqing/ledger';
import { libraryLedgers } from './library-ledgers.js';

describe('the shipped ledgers', () => {
  it.each(libraryLedgers().map((file) => [String(file['key']), file] as const))(
    '%s can be read',
    (_, file) => {
      const read = readKind(file);
      expect(read.ok ? [] : read.error).toEqual([]);
    },
  );

  it('have each a key of their own', () => {
    const keys = libraryLedgers().map((file) => file['key']);
    expect(keys).toContain('assembly-authorizations');
    expect(new Set(keys).size).toBe(keys.length);
  });
});
