/** Signs of a file that one sentence may repeat, however long its names and texts are. */
export const echoMax = 80;

declare const made: unique symbol;

/** A sentence for the person who draws: made by `said` alone, so that it never repeats more than `echoMax` of the file. */
export type Sentence = string & { readonly [made]: true };

/** How a person knows an element: its name where it has one, and its id. */
export interface Label {
  readonly name: string;
  readonly id: string;
}

/** Text of our own within a sentence: it is never cut. */
export interface Own {
  readonly own: string;
}

export const own = (text: string): Own => ({ own: text });

type Echo = string | number | Label | Own | undefined;
export type Part = Echo | readonly Echo[];

/** What is repeated of the file, and what stands around it; an empty text is our own. */
type Piece = readonly [text: string, isEcho: boolean];

/** A sentence in which every part comes from the file, save what is marked as our own; lists are joined by 、. */
export function said(texts: TemplateStringsArray, ...parts: readonly Part[]): Sentence {
  const pieces = texts.flatMap((text, at): Piece[] => [
    [text, false],
    ...(at < parts.length ? piecesOf(parts[at]) : []),
  ]);
  const lengths = pieces.filter(([, isEcho]) => isEcho).map(([text]) => text.length);
  const max = sharedMax(lengths);
  return pieces.map(([text, isEcho]) => (isEcho ? cut(text, max) : text)).join('') as Sentence;
}

/** One text of the file by itself, as `said` would repeat it. */
export const quoted = (text: string): string => cut(plain(text), echoMax);

/** 「name」（id）, or 「id」. */
export const labelText = (label: Label): string => said`${label}`;

function piecesOf(part: Part): Piece[] {
  if (part === undefined) return [];
  if (Array.isArray(part))
    return (part as readonly Echo[]).flatMap((one, at): Piece[] => [
      ...(at === 0 ? [] : [['、', false] as const]),
      ...piecesOf(one),
    ]);
  if (typeof part === 'string') return [[plain(part), true]];
  if (typeof part === 'number') return [[String(part), false]];
  const single = part as Label | Own;
  return 'own' in single ? [[single.own, false]] : labelPieces(single);
}

function labelPieces({ name, id }: Label): Piece[] {
  if (name === '' || name === id)
    return [
      ['「', false],
      [plain(id), true],
      ['」', false],
    ];
  return [
    ['「', false],
    [plain(name), true],
    ['」（', false],
    [plain(id), true],
    ['）', false],
  ];
}

/** More than a sentence may hold is not looked at; white space is one space. */
const plain = (text: string): string =>
  text
    .slice(0, 4 * echoMax)
    .replace(/\s+/g, ' ')
    .trim();

/** How long each piece may be, so that all together are at most `echoMax`: the short ones stay whole. */
function sharedMax(lengths: readonly number[]): number {
  let left = echoMax;
  const rising = [...lengths].sort((one, other) => one - other);
  for (const [at, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - at));
    if (length > share) return Math.max(share, 1);
    left -= length;
  }
  return echoMax;
}

/** Never between the halves of one sign. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  return `${text.slice(0, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end)}…`;
}
