/** How many words one search takes. */
const TERMS_MAX = 5;

/**
 * The words of a search, in one form whatever the keyboard gave: full width and half width, capitals, spaces of any kind. More
 * than five are one too many to mean anything; the rest is left out. Empty where nothing was typed.
 */
export const searchTermsOf = (typed: string): readonly string[] =>
  searchText(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, TERMS_MAX);

/** A text as it is compared in a search. */
export const searchText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
