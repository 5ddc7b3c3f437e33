import { laneServices } from '@wuqing/deliberation';
import { CASE_TITLE_MAX, checkForm } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { ledgerServices } from '@wuqing/ledger';
import { gatherServices } from '@wuqing/ledger/services';
import { checkChosenPeople, checkDefinition } from '@wuqing/publication';
import { clockServices } from '@wuqing/service-level';
import { libraryProcesses, type LibraryProcess } from './index.js';

const sheet = [
  ...['register-matter', 'route-body', 'propose-matter', 'deliberate-committees', 'send-plan', 'tm-plan'],
  ...['review-party-meeting', 'finalize-plan', 'review-by-town', 'convene-body', 'tm-before-meeting'],
  ...['decide-by-body', 'publish-resolution', 'verify-resolution-notice', 'tm-resolution-notice'],
  ...[
    'gw-objections-clear',
    'answer-objection',
    'implement-matter',
    'verify-implementation',
    'publish-result',
  ],
  ...[
    'appraise-result',
    'archive-matter',
    'judge-observer-objection',
    'town-checks-objection',
    'gw-proposed',
  ],
  ...['observe-1', 'observe-2', 'observe-3', 'observe-4', 'observe-5', 'observe-6', 'observe-7'],
  ...['sp-deciding', 'sp-resolution-notice', 'sp-carry-out', 'mb-objection', 'mb-withdrawn', 'mb-town-order'],
  ...[
    'mb-court',
    'gw-reopened',
    'investigate-report-6',
    'investigate-report-7',
    'end-closed',
    'end-not-adopted',
    'end-withdrawn',
    'end-void',
  ],
];
const shipped = libraryProcesses();

const compiled = async ({ xml }: LibraryProcess) => {
  const result = await checkDefinition(xml);
  if (!result.ok)
    throw new Error(result.error.map(({ elementId, message }) => `${elementId}: ${message}`).join('\n'));
  return result.value;
};

describe('the library', () => {
  it('lets a matter be named in a form as it may be named at its start, and no longer', () => {
    const named = shipped.flatMap(({ key, forms }) =>
      forms.flatMap(({ schema }) =>
        Object.values((schema['properties'] ?? {}) as Record<string, JsonObject>)
          .filter(({ title }) => title === '事项名称')
          .map(({ maxLength }) => [key, maxLength]),
      ),
    );
    expect(named).toEqual([
      ['two-user-tasks', CASE_TITLE_MAX],
      ['major-matter', CASE_TITLE_MAX],
    ]);
  });

  it('ships two for trying, and what offices work by, in the order in which they are published', () => {
    expect(shipped.map(({ key }) => key)).toEqual([
      'two-user-tasks',
      'seven-user-tasks',
      'major-matter',
      'supervision-order',
      'rectification',
      'dual-check',
      'joint-part',
      'joint-work',
      'complaint',
    ]);
  });

  it.each(shipped.map((one) => [one.key, one] as const))(
    '%s compiles without a problem, and is proved sound whole',
    async (key, one) => {
      const { process, warnings } = await compiled(one);
      expect(warnings.map(({ rule, elementId }) => `${rule} ${elementId ?? ''}`)).toEqual([]);
      expect(process.key).toBe(key);
    },
  );

  it.each(shipped.map((one) => [one.key, one] as const))(
    '%s has exactly the forms that its tasks show',
    async (_key, one) => {
      const { process } = await compiled(one);
      const shown = Object.values(process.nodes).flatMap((node) =>
        node.type === 'userTask' ? [node.formKey] : [],
      );
      expect([...new Set(shown)].sort()).toEqual(one.forms.map(({ key }) => key).sort());
    },
  );

  it.each(shipped.flatMap(({ forms }) => forms.map((form) => [form.key, form] as const)))(
    'form %s is sound',
    (_key, form) => {
      expect([...checkForm(form), ...checkChosenPeople(form)]).toEqual([]);
    },
  );

  it.each(shipped.map((one) => [one.key, one] as const))(
    '%s calls only services that the lane, the clocks and the ledgers have',
    async (_key, one) => {
      const { process } = await compiled(one);
      const types = Object.values(process.nodes).flatMap((node) =>
        node.type === 'serviceTask' ? [node.taskType] : [],
      );
      const served = [laneServices, clockServices, gatherServices]
        .flatMap(Object.keys)
        .concat(Object.values(ledgerServices));
      for (const type of types) expect(served).toContain(type);
    },
  );

  it.each(shipped.map((one) => [one.key, one] as const))(
    '%s draws every element and every connection',
    async (_key, one) => {
      const { process } = await compiled(one);
      const drawn = new Set([...one.xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id));
      const missing = [...Object.keys(process.nodes), ...Object.keys(process.flows)].filter(
        (id) => !drawn.has(id),
      );
      expect(missing).toEqual([]);
    },
  );

  it('names the elements of major-matter as its sheet does', async () => {
    const { process } = await compiled(required(shipped[2], 'major-matter'));
    expect(Object.keys(process.nodes)).toEqual(expect.arrayContaining(sheet));
  });
});

describe('the dates of the shipped forms', () => {
  const dates = libraryProcesses().flatMap(({ key, forms }) =>
    forms.flatMap((form) =>
      schemasIn(form.schema)
        .filter(({ format }) => typeof format === 'string' && /^date/.test(format))
        .map((field) => [`${key}/${form.key}: ${String(field['title'])}`, field] as const),
    ),
  );

  it('are many', () => expect(dates.length).toBeGreaterThan(20));

  it.each(dates)('%s: says whether it happened, is planned, or is only stated', (_name, field) =>
    expect(field['x-date']).toMatchObject({ is: expect.stringMatching(/^(happened|planned|stated)$/) }),
  );
});

function schemasIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(schemasIn);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
