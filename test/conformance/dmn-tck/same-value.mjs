/** How far two numbers may lie apart, for each unit of the larger. */
const TOLERANCE = 1e-8;

/**
 * Whether JSON that a decision gave is the value that a test file expects, as its type compares: numbers nearly, texts
 * of times and durations by what they say, a local date-time as UTC's (in which the run takes place).
 */
export function sameValue(found, { type, value }) {
  if (type === 'null') return found === null;
  if (type === 'number') return typeof found === 'number' && isNear(found, value);
  if (type === 'list')
    return (
      Array.isArray(found) &&
      found.length === value.length &&
      value.every((item, at) => sameValue(found[at], item))
    );
  if (type === 'context') return sameContext(found, value);
  if (type === 'boolean' || type === 'string') return found === value;
  return typeof found === 'string' && canonical(type, found) === canonical(type, value);
}

const isNear = (left, right) =>
  left === right || Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left), Math.abs(right));

function sameContext(found, entries) {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return false;
  return (
    Object.keys(found).length === entries.length &&
    entries.every(([name, entry]) => Object.hasOwn(found, name) && sameValue(found[name], entry))
  );
}

function canonical(type, text) {
  if (type === 'duration' || type.endsWith('Duration')) return canonicalDuration(text);
  if (type !== 'dateTime' && type !== 'time') return text;
  const seconds = text.replace(/(\.\d*?)0+(?=$|[^\d])/, '$1').replace(/\.(?=$|[^\d])/, '');
  const zoned = seconds.replace(/[+-]00:00$/, 'Z');
  return type === 'dateTime' && !/(Z|[+-]\d{2}:\d{2}(:\d{2})?|@.+)$/.test(zoned) ? `${zoned}Z` : zoned;
}

const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Months and seconds; another text as it is. */
function canonicalDuration(text) {
  const parts = DURATION.exec(text);
  if (!parts) return text;
  const [years, months, days, hours, minutes, seconds] = parts.slice(2).map((digits) => Number(digits ?? 0));
  const sign = parts[1] ? -1 : 1;
  return JSON.stringify([
    sign * (years * 12 + months) + 0,
    sign * (((days * 24 + hours) * 60 + minutes) * 60 + seconds) + 0,
  ]);
}
