/** Kinds of events by what whoever reads the log looks for. */
export const eventGroups = {
  entrance: [
    'signed-in',
    'signed-out',
    'sessions-ended',
    'wrong-password',
    'second-factor-required',
    'wrong-code',
    'confirmed',
    'invitation-redeemed',
    'wrong-invitation',
    'token-used',
    'wrong-token',
  ],
  rights: [
    'account-created',
    'account-closed',
    'account-reopened',
    'invited',
    'password-changed',
    'second-factor-set',
    'second-factor-removed',
    'second-factor-roles-set',
    'token-created',
    'token-revoked',
    'channels-changed',
    'person-kept',
    'position-given',
    'position-ended',
    'substitute-named',
    'substitute-ended',
    'kin-declared',
  ],
  looks: ['identity-read'],
  refusals: ['refused', 'not-signed-in', 'invalid', 'too-many', 'beyond'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventGroup = keyof typeof eventGroups;

export const eventGroupNames = Object.keys(eventGroups) as EventGroup[];
