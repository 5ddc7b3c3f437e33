export interface Invitation {
  readonly login: string;
  readonly code: string;
}

/** Behind the `#`, which no browser sends: no log on the way has the code. */
export const invitationLink = (origin: string, { login, code }: Invitation): string =>
  `${origin}/app/invitation#${login}/${code}`;

/** What stands behind the `#` of such a link; undefined for anything else. */
export function invitationIn(hash: string): Invitation | undefined {
  const [, login, code] = /^#([a-z0-9][a-z0-9._-]{0,99})\/([0-9A-Z-]{20,40})$/i.exec(hash) ?? [];
  return login !== undefined && code !== undefined ? { login, code } : undefined;
}

/** Of the link that this page was opened by: what draws the page may be begun more than once. */
const taken: { invitation?: Invitation } = {};

/** What the link gave, which stands in the address and in the history no longer. */
export function takeInvitation(): Invitation | undefined {
  const given = invitationIn(window.location.hash);
  if (given) {
    taken.invitation = given;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return taken.invitation;
}
