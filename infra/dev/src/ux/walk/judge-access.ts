import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface AccessFault {
  /** Serious or worse, as the budget counts. */
  readonly isSerious: boolean;
  readonly told: string;
}

/** Faults by WCAG 2.1 A and AA that a machine can find, contrast among them. */
export async function accessFaults(page: Page): Promise<AccessFault[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: judge } = globalThis as unknown as { axe: typeof axe };
    const result = await judge.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return result.violations.map(({ id, impact, nodes }) => ({
      id,
      impact: impact ?? null,
      where: nodes.map(({ target }) => target.join(' ')),
    }));
  });
  return violations.map(({ id, impact, where }) => ({
    isSerious: impact === 'serious' || impact === 'critical',
    told: `${id}: ${where.slice(0, 3).join(' | ')}${where.length > 3 ? ` and ${where.length - 3} more` : ''}`,
  }));
}
