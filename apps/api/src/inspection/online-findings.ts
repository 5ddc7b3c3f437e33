import type { OnlineKey } from './review-lines.js';

/** What the system proposes; `look`: only a person can tell. */
export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'look';

export interface Finding {
  readonly verdict: Verdict;
  readonly text: string;
}

/** What is known of a notice; days 'YYYY-MM-DD'. */
export interface NoticeFacts {
  readonly publishedOn: string;
  /** Last day of the step's term; null where it had none. */
  readonly dueOn: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  /** How many fields the process file says are public and the form requires, and the titles of those that are empty. */
  readonly fieldsMax: number;
  readonly missing: readonly string[];
  readonly photos: number;
  /** Everything that stands on the page, as text. */
  readonly texts: readonly string[];
  /** Lines that failed in the last review of the same kind in the same unit; null where there was none. */
  readonly failedBefore: number | null;
}

const DAYS_MIN = 15;
const DAY_MS = 86_400_000;

/** What can be told of each line before a person looks. Pure. */
export function findingsOf(facts: NoticeFacts): Readonly<Record<OnlineKey, Finding>> {
  return {
    'on-time': onTime(facts),
    complete: complete(facts),
    itemized: look('请对照账簿逐笔核对'),
    'reviewed-before': look('请看事项的时间线'),
    signed: look('请看原件'),
    'long-enough': longEnough(facts),
    'photo-whole': photos(facts),
    'board-as-online': look(facts.photos > 0 ? '请看照片' : '没有照片，请到现场看'),
    masked: masked(facts),
    mended: mended(facts),
  };
}

const look = (text: string): Finding => ({ verdict: 'look', text });
const pass = (text: string): Finding => ({ verdict: 'pass', text });
const fail = (text: string): Finding => ({ verdict: 'fail', text });

function onTime({ publishedOn, dueOn }: NoticeFacts): Finding {
  if (dueOn === null) return look(`${publishedOn} 公开，没有设期限`);
  const text = `${publishedOn} 公开，期限 ${dueOn}`;
  return publishedOn <= dueOn ? pass(text) : fail(text);
}

/** Where nothing is known of what should be there, nothing is found to be whole. */
function complete({ fieldsMax, missing }: NoticeFacts): Finding {
  if (fieldsMax === 0) return look('流程没有写明必填的公开项，请对照原件核对');
  const text = `应有 ${fieldsMax} 项，列出 ${fieldsMax - missing.length} 项`;
  return missing.length === 0 ? pass(text) : fail(`${text}，缺 ${missing.join('、')}`);
}

/** 村民委员会组织法 gives no days for every kind: a shorter one is for a person to judge. */
function longEnough({ fromOn, toOn }: NoticeFacts): Finding {
  if (fromOn === null || toOn === null) return look('没有写明公开起止日，请看原件');
  const days = Math.round((Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS);
  const text = `${fromOn} 至 ${toOn}，共 ${days} 日`;
  return days >= DAYS_MIN ? pass(text) : look(`${text}，请看这一种公开要不要满 ${DAYS_MIN} 日`);
}

const photos = ({ photos: many }: NoticeFacts): Finding =>
  many === 0 ? fail('没有照片') : look(`有 ${many} 个附件，请看是否拍到全栏和二维码`);

/** Eighteen signs of an identity card, sixteen to nineteen of a bank card, eleven of a mobile telephone. */
const PERSONAL: readonly (readonly [string, RegExp])[] = [
  [
    '证件号',
    /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  ],
  ['银行卡号', /(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g],
  ['手机号', /(?<!\d)1[3-9]\d{9}(?!\d)/g],
];

function masked({ texts }: NoticeFacts): Finding {
  const found = [...new Set(texts.flatMap(personalIn))];
  return found.length === 0 ? pass('没有证件号、银行卡号、手机号') : fail(`疑有${found.join('、')}没有脱敏`);
}

/** What is one kind of number is not counted as another. */
function personalIn(text: string): string[] {
  let rest = text;
  return PERSONAL.flatMap(([name, pattern]) => {
    const left = rest.replaceAll(pattern, '＊');
    const isFound = left !== rest;
    rest = left;
    return isFound ? [name] : [];
  });
}

function mended({ failedBefore }: NoticeFacts): Finding {
  if (failedBefore === null || failedBefore === 0)
    return { verdict: 'not-applicable', text: failedBefore === null ? '以前没有审过' : '上次没有不合格' };
  return look(`上次有 ${failedBefore} 项不合格，请看是否已经改正`);
}
