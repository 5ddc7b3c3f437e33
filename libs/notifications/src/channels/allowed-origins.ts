/**
 * Addresses to which messages may go: scheme, host and port, between commas (`https://hook.town.example,smtp://mail:25`).
 * What is not on the list is not spoken to, whoever names it.
 */
export function allowedOrigins(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(',')
      .flatMap((one) => (one.trim() === '' ? [] : [originOf(one.trim(), 'WUQING_NOTIFY_ALLOWED')])),
  );
}

/** `scheme://host:port`, lower case; throws a sentence that names the setting and not its value, which may hold a password. */
export function originOf(address: string, setting: string): string {
  if (!URL.canParse(address)) throw new Error(`Expected an address like https://host:port in ${setting}`);
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** The address, where it is allowed. */
export function requireAllowed(address: string, setting: string, allowed: ReadonlySet<string>): string {
  const origin = originOf(address, setting);
  if (!allowed.has(origin)) throw new Error(`Expected ${origin} of ${setting} among WUQING_NOTIFY_ALLOWED`);
  return address;
}
