export interface AccountsSearch {
  readonly q?: string;
}

export const accountsSearch = ({ q }: { readonly q?: unknown }): AccountsSearch =>
  typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {};
