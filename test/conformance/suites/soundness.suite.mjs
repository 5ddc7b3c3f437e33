import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSoundness, readXml } from '@wuqing/bpmn-definition';

/** Verdict of a model → property of a report; a model with several processes holds what each of them holds. */
const PROPERTIES = {
  safeness: 'safe',
  option_to_complete: 'optionToComplete',
  proper_completion: 'properCompletion',
  no_dead_activities: 'noDeadActivity',
};

/** One row a model: `{ case, agreed, ms, said }`; none where the folder is missing. */
export async function soundnessSuite(folder) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const rows = [];
  for (const model of JSON.parse(readFileSync(index, 'utf8'))) rows.push(await judged(folder, model));
  return rows;
}

async function judged(folder, model) {
  const name = model.origin?.split('/').at(-1) ?? model.file;
  const parsed = await readXml(readFileSync(join(folder, model.file), 'utf8'));
  if (!parsed.ok) return { case: name, agreed: false, ms: 0, said: parsed.error[0].message };
  const processes = parsed.value.definitions.rootElements.filter(({ $type }) => $type === 'bpmn:Process');
  const began = performance.now();
  const reports = processes.map((process) => checkSoundness(process));
  const ms = performance.now() - began;
  const unlike = Object.entries(PROPERTIES).filter(
    ([verdict, property]) => reports.every((report) => report[property] === 'holds') !== model[verdict],
  );
  const sound = reports.every(({ verdict }) => verdict === 'sound') === model.sound;
  const said = reports.map(({ verdict }) => verdict).join(', ');
  return { case: name, agreed: sound && unlike.length === 0, ms, said };
}
