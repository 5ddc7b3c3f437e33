export const halfComparison = '这里只写了比较的一半，请写完整，例如 amount > 5。';

/** What other languages mean by two signs of comparison in a row. */
const meant: Readonly<Record<string, string>> = {
  '=>': '大于或等于写作 >=。',
  '=<': '小于或等于写作 <=。',
  '> =': '大于或等于写作 >=，中间没有空格。',
  '< =': '小于或等于写作 <=，中间没有空格。',
  '<>': '不等于写作 !=。',
  '!==': '不等于写作 !=。',
  '!= =': '不等于写作 !=。',
};

const twoSides = (inTests: boolean): string =>
  inTests
    ? '两边都要比较时写 ? > 2 and ? < 9，或者写区间 (2..9)。'
    : '判断相等只写一个 =，例如 approved = true。';

/** The sentence for half a comparison whose sign stands behind `before`; `inTests` in a cell of a decision table. */
export const halfSentence = (signs: string, inTests: boolean): string =>
  `${halfComparison}${Object.hasOwn(meant, signs) ? (meant[signs] ?? '') : ''}${
    signs.startsWith('=') && inTests ? '判断相等只写一个 =。' : twoSides(inTests)
  }`;
