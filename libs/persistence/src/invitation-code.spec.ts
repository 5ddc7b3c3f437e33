import { keptCode, newInvitationCode } from './invitation-code.js';

it('is four groups of five signs that nobody misreads, each time others', () => {
  const { shown, kept } = newInvitationCode();
  expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(kept).toBe(shown.replaceAll('-', ''));
  expect(newInvitationCode().shown).not.toBe(shown);
});

it.each([
  ['abcde-01234', 'ABCDE01234'],
  [' ABCDE O1234 ', 'ABCDE01234'],
  ['abcdeoil34', 'ABCDE01134'],
  ['ABCDE-01', 'ABCDE01'],
])('%s is read as %s', (typed, kept) => expect(keptCode(typed)).toBe(kept));
