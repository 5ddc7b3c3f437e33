import { isPaletteKey, isPlain, type Press } from './keys.js';

const press = (given: Partial<Press>): Press => ({
  key: 'j',
  isComposing: false,
  keyCode: 74,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...given,
});

describe('keys of the page', () => {
  it.each<[string, Partial<Press>, boolean, boolean]>([
    ['a letter', {}, false, true],
    ['a letter in a field', {}, true, false],
    ['a letter while characters are chosen', { isComposing: true }, false, false],
    ['a letter of an input method that does not say so', { keyCode: 229 }, false, false],
    ['a browser’s own shortcut', { ctrlKey: true }, false, false],
    ['what somebody else has answered', { defaultPrevented: true }, false, false],
  ])('%s', (_, given, isTyping, isMeant) => expect(isPlain(press(given), isTyping)).toBe(isMeant));

  it.each<[Partial<Press>, boolean]>([
    [{ key: 'k', ctrlKey: true }, true],
    [{ key: 'K', metaKey: true }, true],
    [{ key: 'k' }, false],
    [{ key: 'k', ctrlKey: true, isComposing: true }, false],
  ])('opens the palette: %j', (given, isMeant) => expect(isPaletteKey(press(given))).toBe(isMeant));
});
