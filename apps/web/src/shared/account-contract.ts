/** What the API answers about accounts, as far as these pages read it. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly personName: string;
  readonly unitName: string;
  readonly state: 'active' | 'invited' | 'closed';
}

/** Shown once. */
export interface Invitation {
  readonly login: string;
  readonly code: string;
  readonly expiresAt: string;
}
