import type { PowerStep } from '@wuqing/process-library';
import { html, type Html } from '../html.js';

const WIDTH = 340;
const BOX = { x: 20, width: 300, height: 62 } as const;
const GAP = 22;
const STRIDE = BOX.height + GAP;
const MIDDLE = WIDTH / 2;
/** Signs that stand in a box at 17 px. */
const SIGNS_MAX = 16;

/** Boxes one below the other, with arrows between them. */
export function powerChart(title: string, steps: readonly PowerStep[]): Html {
  const height = steps.length * STRIDE - GAP + 8;
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-label="${`${title}流程图：${steps.map(({ name }) => name).join('，')}`}"
  >
    ${steps.map((step, at) => boxOf(step, 4 + at * STRIDE, at < steps.length - 1))}
  </svg>`;
}

function boxOf({ name, note }: PowerStep, top: number, hasNext: boolean): Html {
  const bottom = top + BOX.height;
  const arrow = hasNext ? html`<path d="M${MIDDLE} ${bottom}v${GAP - 1}m-5 -8l5 8l5 -8" />` : html``;
  const lines = note === undefined ? linesOf(name) : [name, note];
  const first = top + (lines.length === 1 ? 37 : 26);
  return html`<rect x="${BOX.x}" y="${top}" width="${BOX.width}" height="${BOX.height}" rx="4" /> ${lines.map(
      (line, at) =>
        html`<text class="${at === 0 || note === undefined ? 'b' : 'sm'}" x="${MIDDLE}" y="${first + at * 24}"
          >${line}</text
        >`,
    )}${arrow}`;
}

const linesOf = (name: string): string[] =>
  name.length <= SIGNS_MAX ? [name] : [name.slice(0, SIGNS_MAX), name.slice(SIGNS_MAX, 2 * SIGNS_MAX)];
