import { required } from '@wuqing/kernel';
import { Hand } from '../browser/hand.js';
import { lookOf } from '../browser/look.js';
import { settled } from '../browser/visitor.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';
import { PICTURE } from './picture.js';

const AGREE = { taps: 3, seconds: 30 };
const WITH_SIGNATURE = 7;
/** The step of the demo's cases whose form has both, and no roll. */
const SIGNED_STEP = 'verify-resolution-notice';

/** From a link that somebody was sent to what was agreed. */
export async function agreeFromLink({ browsers, people, baseUrl }: DemoTown): Promise<Row[]> {
  const clerk = await people.signedIn('v01-clerk');
  const unitId = required(clerk.me.positions[0], 'a village').unitId;
  const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
    processKey: 'two-user-tasks',
    unitId,
    title: '三下办成',
  });
  const { tasks } = await clerk.get<{ tasks: { id: string }[] }>(`/api/cases/${body.case.id}`);
  const visitor = await browsers.visitor('phone', 'v01-clerk', lookOf(390, 'normal'));
  const page = await visitor.newPage();
  const hand = new Hand(true);
  const began = performance.now();
  await page.goto(`${baseUrl}/m/tasks/${required(tasks[0], 'a step').id}`);
  await hand.tap(page.getByRole('button', { name: '提交', exact: true }));
  await page.getByRole('heading', { name: '已提交' }).waitFor();
  const seconds = (performance.now() - began) / 1_000;
  await visitor.close();
  return [
    atMost('phone: 同意 from a link', hand.times, AGREE.taps, ' taps'),
    atMost('phone: 同意 from a link, the product’s own time', seconds, AGREE.seconds, ' s'),
  ];
}

/** A step that wants a photo and a signature. */
export async function agreeWithSignature({ browsers, stops }: DemoTown): Promise<Row[]> {
  const { login, path } = required(
    stops.find(({ surface, name }) => surface === 'phone' && name === `tasks-${SIGNED_STEP}`),
    `an open step ${SIGNED_STEP} among the demo's cases`,
  );
  const visitor = await browsers.visitor('phone', login, lookOf(390, 'normal'));
  const page = await visitor.open(path);
  const hand = new Hand(true);
  await hand.tap(page.getByRole('radiogroup').first().getByRole('radio', { name: '是', exact: true }));
  const signature = page.locator('[data-field="signature"]');
  await hand.sign(page, signature.locator('canvas'));
  await signature.getByRole('button', { name: '重签' }).waitFor();
  const photo = page.locator('[data-field="photo"]');
  await hand.photograph(photo.locator('input[type=file]').first(), PICTURE);
  await photo.getByText('已上传').waitFor();
  await settled(page);
  await hand.tap(page.getByRole('button', { name: '提交', exact: true }));
  await page.getByRole('heading', { name: '已提交' }).waitFor();
  await visitor.close();
  return [atMost('phone: with signature and photo', hand.times, WITH_SIGNATURE, ' taps')];
}
