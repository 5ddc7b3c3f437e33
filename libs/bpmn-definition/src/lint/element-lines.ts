/** Line of each `id="…"` in the XML, from 1; the first one counts. */
export function elementLines(xml: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let from = 0;
  for (const match of xml.matchAll(/\sid\s*=\s*["']([^"']*)["']/g)) {
    const at = match.index + 1;
    for (let next = xml.indexOf('\n', from); next !== -1 && next < at; next = xml.indexOf('\n', from)) {
      line++;
      from = next + 1;
    }
    const id = match[1] ?? '';
    if (!lines.has(id)) lines.set(id, line);
  }
  return lines;
}
