import { quoted } from '../../sentence.js';
import type { RawExtension } from '../../source/extension.js';
import { attributeOf, labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** `wq:guard` has a condition, the sentence that the user reads, and an id of its own in the process. */
export const guard: Rule = {
  name: 'guard',
  check: ({ nodes }) => {
    const ids = new Set<string>();
    return nodes.flatMap((node) =>
      node.wuqing
        .filter(({ name }) => name === 'guard')
        .flatMap((raw) => [...reasonsOf(raw, ids), ...(node.type === 'UserTask' ? [] : neverJudged(raw))])
        .map((reason) => ({
          message: `${labelOf(node)}的办理条件（wq:guard）${reason}`,
          elementId: node.id,
        })),
    );
  },
};

/** Only a person completes a step: elsewhere a guard is judged on activation alone. */
const neverJudged = (raw: RawExtension): string[] =>
  attributeOf(raw, 'on') === 'activate' ? [] : ['只在人工任务办结时判定，这里请写 on="activate"。'];

function reasonsOf(raw: RawExtension, ids: Set<string>): string[] {
  const id = attributeOf(raw, 'id');
  const on = attributeOf(raw, 'on');
  const reject = attributeOf(raw, 'reject') ?? '';
  const says = attributeOf(raw, 'says');
  const isShown = says === undefined || on !== 'activate';
  const refused: (readonly [boolean, string])[] = [
    [on !== undefined && on !== 'activate' && on !== 'complete', '的 on 只能是 activate 或 complete。'],
    [!reject.startsWith('='), '没有以 = 开头的 reject 表达式，请填写。'],
    [attributeOf(raw, 'message') === undefined, '没有提示语（message），请写明办理人该怎么做。'],
    [!isShown, '的 says 只在办结前列出，on="activate" 的请删去。'],
    [
      says === undefined && attributeOf(raw, 'basis') !== undefined,
      '有 basis 而没有 says，没有人会看到，请补写 says。',
    ],
    [id !== undefined && ids.has(id), `的标识「${quoted(id ?? '')}」重复，请换一个。`],
  ];
  if (id !== undefined) ids.add(id);
  return refused.flatMap(([applies, message]) => (applies ? [message] : []));
}
