/** The field of a part that is no file, and what was written into it. */
const WORDS =
  /^\r\ncontent-disposition:[ \t]*form-data;[ \t]*name="([^"\r\n]*)"\r\n(?:[^\r\n]+\r\n)*\r\n([^]*)$/i;

/**
 * What was typed into a form, as far as it stands whole in the beginning of what was sent: the fields before the first large photo. Of a
 * field that comes twice the first; files are left out.
 */
export function wordsAtHead(head: Buffer, boundary: string): Readonly<Record<string, string>> {
  const parts = `\r\n${head.toString('utf8')}`.split(`\r\n--${boundary}`).slice(1, -1);
  const fields = parts.flatMap((part) => {
    const [, name, value] = WORDS.exec(part) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields.reverse());
}
