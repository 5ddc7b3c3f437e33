import type { JsonObject } from '@wuqing/kernel';
import type { Journey, JourneyStep } from '@wuqing/process-library';
import type { BrowserContext } from 'playwright-core';

/** What a browser calls when it executes a text. */
const STRUCK = 'struck';

/** Texts that become a program wherever somebody forgets what they are: an element, an attribute, a template, an address. */
export const HOSTILE = `"'><img src=x onerror=${STRUCK}()><svg onload=${STRUCK}()>`;
export const HOSTILE_LONG = [
  HOSTILE,
  `</textarea></title></style><script>${STRUCK}()</script>`,
  `<svg><a xlink:href="javascript:${STRUCK}()"><text>x</text></a><animate onbegin=${STRUCK}() attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.${STRUCK}()</script>"></iframe>`,
  `[x](javascript:${STRUCK}()) {{constructor.constructor('${STRUCK}()')()}} \${${STRUCK}()}`,
  `<style>@import '//203.0.113.1/x'</style><link rel=stylesheet href=//203.0.113.1/x><base href=//203.0.113.1/>`,
].join('\n');
/** The part of them that is looked for in what a page shows. */
export const MARK = `onerror=${STRUCK}()`;

/** Hears of every text that is executed, on any page of this device. */
export async function watchStrikes(context: BrowserContext, strikes: string[]): Promise<void> {
  await context.exposeBinding(STRUCK, ({ page }) => void strikes.push(page.url()));
  context.on('dialog', (dialog) => {
    strikes.push(`dialog on ${dialog.page()?.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Fields in which people write what they like; in the first of them not much. */
const SHORT = new Set(['place', 'title']);
const FREE = new Set([
  ...['survey', 'proposal', 'outreach', 'feasibility', 'agenda', 'opinion', 'text'],
  ...['problem', 'demands', 'reasons', 'result', 'prevention'],
]);

/** The same journey with hostile texts in its free fields, and hostile names of its papers. */
export const hostileJourney = (journey: Journey, steps: number): Journey => ({
  ...journey,
  start: { ...journey.start, title: HOSTILE },
  steps: journey.steps
    .filter(({ expect }) => expect?.refusedBy === undefined)
    .slice(0, steps)
    .map(hostileStep),
});

function hostileStep(step: JourneyStep): JourneyStep {
  if (!('submit' in step)) return step;
  return { ...step, submit: Object.fromEntries(Object.entries(step.submit).map(hostileField)) as JsonObject };
}

function hostileField([key, value]: readonly [string, unknown]): readonly [string, unknown] {
  if (typeof value === 'string' && SHORT.has(key)) return [key, HOSTILE];
  if (typeof value === 'string' && FREE.has(key)) return [key, `${value}${HOSTILE_LONG}`];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one.endsWith('.pdf')))
    return [key, value.map((name: string) => `${HOSTILE.replaceAll('/', '')}${name}`)];
  return [key, value];
}

/** A file of BPMN in which every name and the documentation are hostile. */
export const hostileBpmn = (xml: string): string =>
  xml
    .replaceAll(/ name="([^"]*)"/g, (_, name: string) => ` name="${name}${inXml(HOSTILE)}"`)
    .replaceAll('<bpmn:documentation>', () => `<bpmn:documentation>${inXml(HOSTILE_LONG)}`)
    .replaceAll(/<zeebe:formDefinition [^>]*\/>/g, '');

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
