/** A golden trace as it stands in its file: what is short on one line, a step's answer on lines of its own. */
export const textOf = (golden) => `${written(golden, '')}\n`;

const WIDTH = 100;

function written(value, indent) {
  const short = spaced(value);
  if (value === null || typeof value !== 'object' || isBrief(value, indent, short)) return short;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inside = Array.isArray(value)
    ? value.map((item) => written(item, deeper))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${written(item, deeper)}`);
  return `${open}\n${inside.map((line) => deeper + line).join(',\n')}\n${indent}${close}`;
}

const isBrief = (value, indent, short) =>
  !('trace' in value || 'refused' in value || 'steps' in value) && indent.length + short.length <= WIDTH;

function spaced(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  const inside = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${spaced(item)}`);
  return inside.length === 0 ? '{}' : `{ ${inside.join(', ')} }`;
}
