import { quoted } from '../../sentence.js';
import { expressionSites } from '../../source/expression-site.js';
import { feelOfJuel } from '../../feel/feel-of-juel.js';
import type { Rule } from '../rule.js';

/** Every expression can be read, and calls only functions that exist. */
export const expression: Rule = {
  name: 'expression',
  check: (source, { expressions }) =>
    expressionSites(source).flatMap(({ elementId, place, text, sign }) => {
      if (!text.startsWith('=')) {
        return sign === 'always' || isForeign(text) ? [{ message: withoutSign(place, text), elementId }] : [];
      }
      const result = expressions.parse(text.slice(1).trim());
      if (result.ok) return [];
      return [
        {
          message: `${place}有误：${result.error.message}（第 ${result.error.position + 1} 个字符）`,
          elementId,
        },
      ];
    }),
};

/** `${…}` and `#{…}` of other engines would be taken for a constant. */
const isForeign = (text: string): boolean => /[$#]\{/u.test(text);

function withoutSign(place: string, text: string): string {
  const feel = text.length <= 60 ? feelOfJuel(text) : undefined;
  const advice = feel === undefined ? '' : `请写成「${quoted(feel)}」。`;
  return `${place}要以 = 开头写成表达式，现在是「${quoted(text.slice(0, 60))}」。${advice}`;
}
