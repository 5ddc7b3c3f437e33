import type { SmallPower, SmallPowers } from '@wuqing/process-library';
import type { UnitRow } from '@wuqing/persistence';
import { nothingPublic } from '../../http/problem.js';
import { html, type Html } from '../html.js';
import { framed } from '../page-frame.js';
import { powerChart } from '../powers/power-chart.js';

export interface PowersPage {
  readonly village: UnitRow;
  readonly town: string;
  readonly list: SmallPowers;
}

/** All that a village may do, each to be opened; with `only`, one of them by itself, to be printed. */
export function powersPage({ village, town, list }: PowersPage, only?: string): string {
  const under = [village.name, `第 ${list.version} 版，自 ${list.since} 起用`];
  if (only !== undefined) return onePower({ village, town, list }, only, under);
  return framed({
    title: '小微权力清单',
    back: { href: `/villages/${village.code}`, text: `${village.name}公开栏` },
    under,
    village: village.name,
    town,
    body: html`<p class="lead">村里能行使的权力都在这里。不在清单上的，不得办；清单以外的材料，不得要。</p>
      ${list.groups.map(
        ({ title, powers }) =>
          html`<h2>${title}</h2>
            ${powers.map((power) => folded(village, power))}`,
      )}`,
  });
}

function onePower({ village, town, list }: PowersPage, key: string, under: readonly string[]): string {
  const power = list.groups.flatMap(({ powers }) => powers).find((one) => one.key === key);
  if (!power) throw nothingPublic('清单上没有这一项，请从小微权力清单重新选择。');
  return framed({
    title: power.title,
    back: { href: `/villages/${village.code}/powers`, text: '小微权力清单' },
    under,
    village: village.name,
    town,
    body: html`<p class="noprint t2">用浏览器的“打印”印成 A4 张贴。</p>
      ${inside(power)}`,
  });
}

const folded = ({ code }: UnitRow, power: SmallPower): Html =>
  html`<details>
    <summary>${power.title}</summary>
    <div>
      ${inside(power)}
      <p class="noprint">
        <a class="btn blk" href="/villages/${code}/powers/${power.key}">打印这张流程图</a>
      </p>
    </div>
  </details>`;

const pair = (title: string, texts: readonly string[]): Html =>
  html`<div>
    <dt>${title}</dt>
    <dd>${texts.join('；')}</dd>
  </div>`;

const inside = ({
  title,
  holder,
  supervisor,
  basis,
  materials,
  forbidden,
  steps,
  unconfirmed,
}: SmallPower): Html =>
  html`<dl class="kv">
      ${[
        pair('谁行使', [holder]),
        pair('谁监督', [supervisor]),
        pair('依据', basis),
        pair('要带什么', materials),
        pair('不能做', forbidden),
      ]}
    </dl>
    ${powerChart(title, steps)}
    ${unconfirmed ? html`<p class="t2 mt3">依据、材料和各步期限 <span class="unconf">待镇确认</span></p>` : html``}`;
