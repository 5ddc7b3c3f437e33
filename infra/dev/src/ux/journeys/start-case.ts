import { Hand } from '../browser/hand.js';
import { lookOf } from '../browser/look.js';
import { atMost, type Row } from '../rows/row.js';
import type { DemoTown } from '../town/demo-town.js';

const STARTING = 3;
const PREFILLED = 0.5;
const PROCESS = '重大事项';

/** From the list of what waits to the first form of a new case; then how much of it is filled already. */
export async function startCase({ browsers }: DemoTown): Promise<Row[]> {
  const visitor = await browsers.visitor('phone', 'v01-clerk', lookOf(390, 'normal'));
  const page = await visitor.open('/m/inbox');
  const hand = new Hand(true);
  await hand.tap(page.getByRole('navigation').getByRole('link', { name: '发起' }));
  await hand.tap(page.locator('.ph-card').filter({ hasText: PROCESS }).first());
  await page.locator('#start-title').fill('修建村口停车场');
  await hand.tap(page.getByRole('button', { name: '发起', exact: true }));
  await page.waitForURL(/\/m\/(cases|tasks)\//);
  if (page.url().includes('/m/cases/')) await hand.tap(page.locator('.ph-row').first());
  await page.locator('[data-field]').first().waitFor();
  const { filled, empty } = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('[data-field]')].filter(
      (one) => !one.querySelector('input[type=file], canvas'),
    );
    const isPicked = (one: Element): boolean => {
      const picked = one.querySelector('.ph-picked');
      return picked !== null && picked.textContent !== '请选择';
    };
    const isFilled = (one: Element): boolean =>
      isPicked(one) ||
      one.querySelector('[aria-checked=true]') !== null ||
      [...one.querySelectorAll<HTMLInputElement>('input, select, textarea')].some((input) =>
        ['checkbox', 'radio'].includes(input.type) ? input.checked : input.value !== '',
      );
    const titleOf = (one: Element): string =>
      one.querySelector('label, .lab')?.textContent ?? one.getAttribute('data-field') ?? '';
    return {
      filled: fields.filter(isFilled).map(titleOf),
      empty: fields.filter((one) => !isFilled(one)).map(titleOf),
    };
  });
  await visitor.close();
  const share = filled.length / (filled.length + empty.length);
  return [
    atMost('phone: the first form of a new case', hand.times, STARTING, ' taps'),
    {
      name: 'the first form of a new case, filled already',
      budget: `≥ ${PREFILLED * 100} %`,
      measured: `${Math.round(100 * share)} % (${filled.length} of ${filled.length + empty.length} fields)`,
      isHeld: share >= PREFILLED,
      found: [`filled: ${filled.join('、')}`, `empty: ${empty.join('、')}`],
    },
  ];
}
