const HEXTETS = 8;
/** What one customer of a provider has: whoever owns one address of it owns all. */
const HEXTETS_OF_ONE = 4;

/** By what an address is counted: IPv4 whole, IPv6 by its /64. */
export function countedAddress(address: string | undefined): string {
  const text = (address ?? '').toLowerCase().split('%')[0] ?? '';
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  if (!text.includes(':')) return text;
  const [before = '', after] = text.split('::', 2);
  const head = before.split(':').filter((part) => part !== '');
  const tail = (after ?? '').split(':').filter((part) => part !== '');
  const middle = Array.from({ length: Math.max(0, HEXTETS - head.length - tail.length) }, () => '0');
  return `${[...head, ...middle, ...tail].slice(0, HEXTETS_OF_ONE).join(':')}::/64`;
}
