import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSoundness, type Verdict } from '@wuqing/bpmn-definition';
import { readXml } from '../../../libs/bpmn-definition/src/xml/read-xml.js';
import { elementsIn } from '../../../libs/bpmn-definition/src/xml/moddle-element.js';

export interface SoundnessRow {
  readonly file: string;
  readonly agrees: boolean;
  /** What the check says otherwise than the verdict beside the model. */
  readonly differences: readonly string[];
  readonly states: number;
}

interface Expected {
  readonly file: string;
  readonly sound: boolean;
  readonly [property: string]: unknown;
}

const columns = [
  ['safe', 'safeness'],
  ['noDeadlock', 'no_deadlock'],
  ['optionToComplete', 'option_to_complete'],
  ['properCompletion', 'proper_completion'],
  ['noDeadActivity', 'no_dead_activities'],
] as const;

/** A row for each model of `index.json` in the folder; none where there is no such folder. */
export async function soundnessSuite(dir: string): Promise<SoundnessRow[]> {
  const index = join(dir, 'index.json');
  if (!existsSync(index)) return [];
  const rows: SoundnessRow[] = [];
  for (const expected of JSON.parse(readFileSync(index, 'utf8')) as Expected[])
    rows.push(await rowOf(dir, expected));
  return rows;
}

async function rowOf(dir: string, expected: Expected): Promise<SoundnessRow> {
  const { file } = expected;
  const parsed = await readXml(readFileSync(join(dir, file), 'utf8'));
  const roots = parsed.ok ? elementsIn(parsed.value.definitions, 'rootElements') : [];
  const process = roots.find(({ $type }) => $type === 'bpmn:Process');
  if (!process) return { file, agrees: false, differences: ['no process can be read'], states: 0 };
  const report = checkSoundness(process);
  const says = (verdict: Verdict, holds: unknown): boolean => verdict === (holds ? 'holds' : 'violated');
  const differences: string[] = columns.flatMap(([ours, theirs]) =>
    says(report[ours], expected[theirs])
      ? []
      : [`${ours}: ${report[ours]}, expected ${String(expected[theirs])}`],
  );
  if ((report.verdict === 'sound') !== expected.sound) differences.push(`verdict: ${report.verdict}`);
  return { file, agrees: differences.length === 0, differences, states: report.states };
}
