import { searchText } from './search-terms.js';

/** Whether what somebody typed finds a name: as a part of it, or as the beginning of its initials, in any case and width. */
export function findsName(
  { name, initials }: { readonly name: string; readonly initials: string },
  typed: string,
): boolean {
  const sought = searchText(typed);
  return searchText(name).includes(sought) || initials.startsWith(sought);
}
