/** Public pages that a code of ours may lead to. */
const OURS = /^\/(notices|verify|progress|villages)(\/|$|\?)/;

/** The address that a code holds, where it is one of this product's public pages; nothing else is ever opened. */
export function addressIn(text: string, origin: string): string | undefined {
  let address: URL;
  try {
    address = new URL(text, origin);
  } catch {
    return undefined;
  }
  if (address.origin !== origin || !OURS.test(address.pathname)) return undefined;
  return address.pathname + address.search;
}

const NOTICE = /^\/notices\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Id of the notice that an address of ours is the page of. */
export const noticeIn = (address: string): string | undefined => NOTICE.exec(address)?.[1];
