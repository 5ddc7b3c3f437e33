/** Line of each `id="…"` in the XML, from 1; the first one counts. */
export function elementLines(xml: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let next = xml.indexOf('\n');
  for (const match of xml.matchAll(/\sid\s*=\s*["']([^"']*)["']/g)) {
    const at = match.index + 1;
    for (; next !== -1 && next < at; next = xml.indexOf('\n', next + 1)) line++;
    const id = match[1] ?? '';
    if (!lines.has(id)) lines.set(id, line);
  }
  return lines;
}
