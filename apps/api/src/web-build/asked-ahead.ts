import { filesOfPart, manifestIn, stylesOfPart } from './files-of-part.js';

/** Lists of one's own work, with nothing filtered: what most visits begin with. */
const INBOX = /^\/(app|m)(\/(inbox\/?)?)?$/;
const OF_THE_INBOX = /\s*<link\s+rel="preload"\s+as="fetch"[^>]*\sdata-first="inbox"[^>]*>/g;
const HEAD_ENDS = '</head>';
/** The desk's list is a part of its own; the phone's comes with every page. */
const DESK_LIST = 'src/desk/inbox/inbox.page.tsx';
const DESK = /^\/app/;

export const loadingAhead = (files: readonly string[]): string =>
  files.map((file) => `<link rel="modulepreload" crossorigin href="${file}">\n  `).join('');

/** As the part itself would write them: it finds them there, and waits for none. */
const styleSheets = (files: readonly string[]): string =>
  files.map((file) => `<link rel="stylesheet" crossorigin href="${file}">\n  `).join('');

/**
 * Makes of a built page what an address asks for ahead of its scripts: the list and its part where it is the inbox, on their way while the
 * scripts are read, and nothing of it elsewhere.
 */
export function askingAhead(folder: string): (text: string, address: string) => string {
  const manifest = manifestIn(folder);
  const files = filesOfPart(manifest, DESK_LIST);
  const styles = stylesOfPart(manifest, DESK_LIST);
  return (text, address) => {
    if (!INBOX.test(address)) return text.replaceAll(OF_THE_INBOX, '');
    if (!DESK.test(address)) return text;
    const isMissing = (file: string): boolean => !text.includes(file);
    const links = styleSheets(styles.filter(isMissing)) + loadingAhead(files.filter(isMissing));
    return text.replace(HEAD_ENDS, () => links + HEAD_ENDS);
  };
}
