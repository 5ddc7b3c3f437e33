import type { UrgeRole } from '@wuqing/persistence';

/** Whom an urge may go to, the nearest to the step first. */
export const urgeRoles = ['holder', 'unit-head', 'branch-secretary'] as const satisfies readonly UrgeRole[];
