import { commonRuns, commonWords } from './common-passwords.js';

const LENGTH_MIN = 10;
const DIFFERENT_MIN = 5;
/** Letters that must stand beside what everybody tries, or else so many different figures and signs. */
const OWN_MIN = 4;
const SIGNS_MIN = 8;
const RUN_MIN = 4;

/** What is wrong with a new password; undefined where nothing is. `current`: the one that it replaces, if any. */
export function passwordFault(next: string, login: string, current?: string): string | undefined {
  const plain = next.normalize('NFKC').toLowerCase();
  if ([...next].length < LENGTH_MIN) return `新密码至少 ${LENGTH_MIN} 个字符。`;
  if (next === current) return '新密码不能与原密码相同。';
  if (plain.includes(login.toLowerCase())) return '新密码不能包含账号名。';
  if (new Set(plain).size < DIFFERENT_MIN)
    return `新密码过于简单，请至少使用 ${DIFFERENT_MIN} 种不同的字符。`;
  if (/^\d+$/.test(plain)) return '新密码不能只有数字，日期、电话和证件号码容易被猜到。';
  if (isCommon(plain)) return '新密码是常见密码或常见密码加几个字符，请换一个。';
  return undefined;
}

const SWAPPED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/** True where too little is left of it without repetitions, runs of keys, common words, figures and signs. */
function isCommon(plain: string): boolean {
  const once = withoutRepetition(plain);
  const written = [once, once.replace(/[01345@$]/g, (sign) => SWAPPED[sign] ?? sign)];
  return written.some((text) => !hasOwnPart(text));
}

/** `abcabcabc` says no more than `abc`. */
const withoutRepetition = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

function hasOwnPart(text: string): boolean {
  const withoutRuns = runPieces.reduce((left, piece) => left.replaceAll(piece, ''), text);
  const words = withoutRuns.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const own = commonWords.has(words.join('')) ? '' : words.filter((word) => !commonWords.has(word)).join('');
  return own.length >= OWN_MIN || new Set(withoutRuns.replace(/\p{L}/gu, '')).size >= SIGNS_MIN;
}

/** Pieces of runs, both ways, the longest first. */
const runPieces: readonly string[] = commonRuns
  .flatMap((run) => [run, [...run].reverse().join('')])
  .flatMap((run) =>
    Array.from({ length: run.length }, (_, at) => run.slice(at)).flatMap((rest) =>
      Array.from({ length: rest.length }, (_, length) => rest.slice(0, length + 1)),
    ),
  )
  .filter((piece) => piece.length >= RUN_MIN)
  .sort((a, b) => b.length - a.length);
