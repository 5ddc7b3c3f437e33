import { required } from '@wuqing/kernel';
import { rareCharacters } from '../../seed/township/person-names.js';
import { generateTownship } from '../../seed/township/index.js';
import { lookOf } from '../browser/look.js';
import type { DemoTown } from '../town/demo-town.js';
import { atMost, none, type Row } from './row.js';

const DOSSIER_SECONDS = 2;
/** Of names that people bear: extensions A, B, C, E, and what fonts of an office often lack. */
const BORNE = ['𠮷', '䶮', '㵘', '𬭊', '𡈽', '犇', '堃', '〇', ...rareCharacters];

/** What is drawn of names on this machine, and how long the paper of the demo's finished case takes. */
export async function paperRows(town: DemoTown): Promise<Row[]> {
  const signs = new Set([...generateTownship().persons.flatMap(({ name }) => [...name]), ...BORNE]);
  return [
    none(
      'signs of names that no font of this machine draws',
      await undrawn(town, [...signs]),
      `of ${signs.size}`,
    ),
    await dossierRow(town),
  ];
}

/** A sign that looks like one that no font has is none: both are drawn as the box that stands for it. */
async function undrawn({ browsers }: DemoTown, signs: readonly string[]): Promise<string[]> {
  const visitor = await browsers.visitor('desk', null, lookOf(1440, 'normal'));
  try {
    const page = await visitor.open('/app/');
    return await page.evaluate((asked) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [40, 40];
      const paper = canvas.getContext('2d', { willReadFrequently: true })!;
      const drawn = (sign: string): string => {
        paper.clearRect(0, 0, 40, 40);
        paper.font = `28px ${getComputedStyle(document.body).fontFamily}`;
        paper.fillText(sign, 4, 32);
        return paper.getImageData(0, 0, 40, 40).data.join();
      };
      const boxes = new Set(['\u0378', '\u{e0080}', '\u{3fffd}', '\u{10fffd}'].map(drawn));
      return asked.filter((sign) => boxes.has(drawn(sign)));
    }, signs);
  } finally {
    await visitor.close();
  }
}

async function dossierRow({ people }: DemoTown): Promise<Row> {
  const overseer = await people.signedIn('jiwei-head');
  const { items } = await overseer.get<{ items: { id: string }[] }>('/api/cases?status=completed');
  const { id } = required(items[0], 'a finished case of the demo');
  const began = performance.now();
  const answer = await overseer.request<string>('GET', `/api/cases/${id}/file`);
  const seconds = (performance.now() - began) / 1_000;
  const row = atMost('the paper of a finished case (PDF)', seconds, DOSSIER_SECONDS, ' s');
  return answer.status === 200 ? row : { ...row, measured: `refused: ${answer.status}`, isHeld: false };
}
