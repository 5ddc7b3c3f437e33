/** What may stand in Latin letters: files, sizes, keys, and the mark that bpmn.io's licence asks for. */
const ALLOWED: ReadonlySet<string> = new Set(
  [
    'pdf png jpg jpeg webp doc docx xls xlsx csv ofd wps',
    'kb mb gb',
    'ctrl enter esc shift tab',
    'bpmn io dmn',
    'sha qr',
    // What the systems and browsers of people's devices are called, in the list of sessions.
    'windows linux mac ipad iphone edge firefox chrome safari',
  ]
    .join(' ')
    .split(' '),
);
/** Signs that hold a code, an address or a file's name together. */
const TOKEN = /[A-Za-z0-9_.@/:-]*[A-Za-z][A-Za-z0-9_.@/:-]*/g;
/** Of verification and progress: three groups, in which no letter looks like a figure. */
const CODE = /\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{3,4}\b/g;
/** As the library of the diagram itself names its mark, which its licence keeps as it is. */
const MARK = /Powered by bpmn\.io/g;
/** A sum of which only both ends are shown. */
const ENDS = /\b[0-9a-f]{4,8}…[0-9a-f]{4,8}\b/g;
const WORD = /[A-Za-z]{2,}/g;
const HAS_DIGIT = /\d/;
/** A sum of a file: nothing that anybody reads as words. */
const HEX = /^[0-9a-f]{8,}$/i;

/**
 * Words in Latin letters that are none of the allowed ones, each once: of a text as it is seen. Codes (what has a digit in it) and single
 * letters (keys) are no words. `names`: what people gave themselves, sign-in names for example.
 */
export function strayWords(text: string, names: ReadonlySet<string> = new Set()): string[] {
  const said = text.replaceAll(CODE, ' ').replaceAll(MARK, ' ').replaceAll(ENDS, ' ');
  const tokens = [...said.matchAll(TOKEN)].map(([token]) => token);
  const words = tokens
    .filter((token) => !names.has(token) && !HAS_DIGIT.test(token) && !HEX.test(token))
    .flatMap((token) => [...token.matchAll(WORD)].map(([word]) => word))
    .filter((word) => !ALLOWED.has(word.toLowerCase()) && !names.has(word));
  return [...new Set(words)];
}
