import type { CaseStageView } from '../../client/api.js';
import { phoneWords } from '../../words/phone.words.js';

type Stage = Pick<CaseStageView, 'key' | 'name' | 'isNumbered' | 'elements'>;

/** Where a process numbers no step each is one of its own, under the id of its element: nothing that anybody reads. */
const NUMERAL = /^[一二三四五六七八九十]+$/;

/** 「第二步 两委商议」 of the stage that an element belongs to; undefined where no stage has a number for it. */
export function stageOf(stages: readonly Stage[], elementId: string): string | undefined {
  const stage = stages.find(({ elements }) => elements.includes(elementId));
  if (!stage?.isNumbered) return undefined;
  if (!NUMERAL.test(stage.key)) return stage.name;
  const name = stage.name.startsWith(stage.key) ? stage.name.slice(stage.key.length).trim() : stage.name;
  return phoneWords.step(stage.key, name);
}

/** 「七」 of 「共七步」: as the last of them is numbered; 「 3 」 where they are not. */
export function countInWords(stages: readonly Pick<Stage, 'key'>[]): string {
  const last = stages.at(-1)?.key ?? '';
  return NUMERAL.test(last) ? last : ` ${stages.length} `;
}
