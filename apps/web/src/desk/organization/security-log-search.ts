import { groupWords } from '../../words/account.words.js';

export interface SecurityLogSearch {
  readonly group?: keyof typeof groupWords;
}

const isGroup = (value: unknown): value is keyof typeof groupWords =>
  typeof value === 'string' && Object.hasOwn(groupWords, value);

/** Which events the address names; a word that nobody knows names all. */
export const securityLogSearch = ({ group }: { readonly group?: unknown }): SecurityLogSearch =>
  isGroup(group) ? { group } : {};
