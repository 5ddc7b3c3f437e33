import type { CaseStageView } from '../../client/api.js';
import { phoneWords } from '../../words/phone.words.js';

type Stage = Pick<CaseStageView, 'key' | 'name' | 'isNumbered' | 'elements'>;

/** 「第二步 两委商议」 of the stage that an element belongs to; undefined where no stage has a number for it. */
export function stageOf(stages: readonly Stage[], elementId: string): string | undefined {
  const stage = stages.find(({ elements }) => elements.includes(elementId));
  if (!stage?.isNumbered) return undefined;
  const name = stage.name.startsWith(stage.key) ? stage.name.slice(stage.key.length).trim() : stage.name;
  return phoneWords.step(stage.key, name);
}
