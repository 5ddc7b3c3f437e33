/** What stands behind `Bearer` in an Authorization header; undefined where another scheme stands there, or none. */
export const bearerIn = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : /^bearer(?: +|$)(.*)$/i.exec(header)?.[1];
