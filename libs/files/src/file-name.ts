/** Letters of a name without its extension. */
const STEM_LETTERS_MAX = 100;
/** What paths, shells and file systems give a meaning to. */
const MEANINGFUL = /[/\\:*?"<>|]/g;
/** What nobody sees: controls, marks of direction, joiners, halves of pairs. */
const UNSEEN = /\p{C}/gu;
/** Extensions of what the product takes, and of what it would not: none of them says anything. */
const EXTENSION = /\.[a-z0-9]{1,8}$/i;

/**
 * The name under which a file is shown and saved: of what its sender called it only what can do no harm, at most 100 letters,
 * with the extension of what it really is. Never empty.
 */
export function keptName(original: string, extension: string): string {
  const last = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(UNSEEN, '').replace(MEANINGFUL, '_').replace(/\s+/gu, ' ').trim();
  const stem = withoutExtensions(seen).replace(/^[.\s]+|[.\s]+$/g, '');
  const bounded = [...stem].slice(0, STEM_LETTERS_MAX).join('').trim();
  return `${bounded === '' ? '未命名' : bounded}.${extension}`;
}

const OLD_EXTENSION = /\.(doc|wps|xls|et)$/i;

/** Of an old office file, whose content does not say which program wrote it, the extension that its sender gave it. */
export const oldExtensionOf = (original: string): string =>
  OLD_EXTENSION.exec(original.trim())?.[1]?.toLowerCase() ?? 'doc';

/** `a.pdf.exe` is called `a`: the second extension would come into sight when the first one goes. */
function withoutExtensions(name: string): string {
  let stem = name;
  for (let times = 0; times < 2 && EXTENSION.test(stem); times += 1) stem = stem.replace(EXTENSION, '');
  return stem;
}

/** The value of `Content-Disposition`: always an attachment, the name by RFC 6266 for old and new readers. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
