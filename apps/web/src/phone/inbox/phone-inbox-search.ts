/** Which chip is chosen; all where none is. */
export interface PhoneInboxSearch {
  readonly only?: 'late' | 'warn' | 'today';
}

const CHIPS = ['late', 'warn', 'today'] as const;

export function phoneInboxSearch({ only }: { readonly only?: unknown }): PhoneInboxSearch {
  const chosen = CHIPS.find((one) => one === only);
  return chosen ? { only: chosen } : {};
}
