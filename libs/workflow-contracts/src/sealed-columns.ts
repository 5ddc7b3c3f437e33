/** Where the database keeps what is sealed for one use. */
export interface SealedColumn {
  /** Of the use: it has a key of its own, so that what is sealed here opens nowhere else. */
  readonly label: string;
  /** With its schema, where it is not `public`. */
  readonly table: string;
  readonly column: string;
  /** Column of the id that is bound in, so that a seal that is copied to another row opens for nobody. */
  readonly id: string;
}

/** All that is sealed at rest: what is not here cannot be sealed, and what is here is sealed anew when the key changes. */
export const sealedColumns = {
  'contact-address': {
    label: 'wuqing contact address',
    table: 'channel_choice',
    column: 'address_sealed',
    id: 'person_id',
  },
  'second-factor': {
    label: 'wuqing second factor',
    table: 'security.second_factor',
    column: 'secret_sealed',
    id: 'account_id',
  },
  slip: { label: 'wuqing slip', table: 'slip_seal', column: 'sealed', id: 'slip_id' },
} as const satisfies Record<string, SealedColumn>;

export type SealedUse = keyof typeof sealedColumns;
