export interface OrganizationSearch {
  readonly unit?: string;
  /** 'YYYY-MM-DD'; today where it is absent. */
  readonly on?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What the address says, as far as it can mean something. */
export const organizationSearch = ({
  unit,
  on,
}: {
  readonly unit?: unknown;
  readonly on?: unknown;
}): OrganizationSearch => ({
  ...(typeof unit === 'string' && unit !== '' && { unit }),
  ...(typeof on === 'string' && DAY.test(on) && { on }),
});
