/** Signs of a file that one sentence may repeat, however long its names and texts are. */
export const echoMax = 80;

/** How a person knows an element: its name where it has one, and its id. */
export interface Label {
  readonly name: string;
  readonly id: string;
}

/** Signs between which a sentence repeats the file. */
const quotes = /[「」“”（）]/g;
const echoes = /「([^」]*)」|“([^”]*)”|（([^）]*)）/g;

/** A text of the file as a sentence repeats it, between 「 and 」: one line, without the signs that would end it. */
export function quoted(text = ''): string {
  const plain = text
    .slice(0, 4 * echoMax)
    .replace(quotes, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(plain);
}

/** 「name」（id）, or 「id」. */
export const labelText = ({ name, id }: Label): string => {
  const [shown, known] = [quoted(name), quoted(id)];
  if (shown === '' || shown === known) return `「${known}」`;
  return known === '' ? `「${shown}」` : `「${shown}」（${known}）`;
};

/**
 * A sentence that repeats at most `echoMax` signs of the file: what it says between quotes is shortened where together it
 * is longer, the longest first.
 */
export function bounded(sentence: string): string {
  const lengths = [...sentence.matchAll(echoes)].map(([whole]) => whole.length - 2);
  if (lengths.reduce((sum, length) => sum + length, 0) <= echoMax) return sentence;
  const max = sharedMax(lengths);
  return sentence.replace(
    echoes,
    (whole) => whole.charAt(0) + shortened(whole.slice(1, -1), max) + whole.slice(-1),
  );
}

/** How long each echo may be, so that all together are at most `echoMax`: the short ones stay whole. */
function sharedMax(lengths: readonly number[]): number {
  let left = echoMax;
  const rising = [...lengths].sort((one, other) => one - other);
  for (const [at, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - at));
    if (length > share) return share;
    left -= length;
  }
  return echoMax;
}

/** At most so many signs of the text, and never half a sign. */
export function shortened(text: string, max = echoMax): string {
  if (text.length <= max) return text;
  if (max < 2) return '…';
  const end = max - 1;
  return `${text.slice(0, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end)}…`;
}
