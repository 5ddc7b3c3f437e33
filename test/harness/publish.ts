import { createHash } from 'node:crypto';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { canonicalJson } from '@wuqing/kernel';
import { compileDecisions } from '@wuqing/bpmn-definition';
import type { LibraryForm } from '@wuqing/process-library';
import { checkDefinition, compileOptions } from '@wuqing/publication';
import { v7 as uuidv7 } from 'uuid';
import type { Product } from './product.js';

/** Puts a process of a spec's own in force, in place of its version before: checked, without forms. */
export async function publish(product: Product, xml: string): Promise<void> {
  const checked = await checkDefinition(xml);
  if (!checked.ok) throw new Error(checked.error.map(({ message }) => message).join('; '));
  await publishProcess(product, checked.value.process, xml);
}

/** The same of a process that was not drawn: what specs build from parts, with the forms that its steps name. */
export async function publishProcess(
  product: Product,
  process: ExecutableProcess,
  xml = '',
  forms: readonly LibraryForm[] = [],
): Promise<void> {
  const compiled = JSON.stringify(process);
  await retire(product, 'process_definition_version', process.key);
  const stored = Object.fromEntries(forms.map((form) => [form.key, checksumOf(form)]));
  for (const form of forms)
    await product.query(
      'INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (checksum) DO NOTHING',
      [checksumOf(form), form.key, form.title, JSON.stringify(form.schema), JSON.stringify(form.ui)],
    );
  await product.query(
    `INSERT INTO process_definition_version
       (id, key, version, checksum, name, xml, compiled, forms, state, author, approver, effective_from, created_at)
     VALUES ($1, $2, (SELECT count(*) + 1 FROM process_definition_version WHERE key = $2), $3, $4, $5, $6, $7, 'in-force',
       'system:test', 'system:test', now(), now())`,
    [uuidv7(), process.key, checksumOf(process), process.name, xml, compiled, JSON.stringify(stored)],
  );
}

/** Puts every decision of a DMN file in force, in place of its version before. */
export async function publishDecisions(product: Product, xml: string): Promise<void> {
  const decisions = await compileDecisions(xml, compileOptions);
  if (!decisions.ok) throw new Error(decisions.error.map(({ message }) => message).join('; '));
  for (const decision of Object.values(decisions.value)) {
    const compiled = JSON.stringify(decision);
    await retire(product, 'decision_version', decision.id);
    await product.query(
      `INSERT INTO decision_version
         (id, key, version, checksum, name, version_tag, xml, compiled, state, author, approver, effective_from, created_at)
       VALUES ($1, $2, (SELECT count(*) + 1 FROM decision_version WHERE key = $2), $3, $4, $5, $6, $7, 'in-force',
         'system:test', 'system:test', now(), now())`,
      [
        uuidv7(),
        decision.id,
        checksumOf(decision),
        decision.name,
        decision.versionTag ?? null,
        xml,
        compiled,
      ],
    );
  }
}

const retire = (
  product: Product,
  table: 'process_definition_version' | 'decision_version',
  key: string,
): Promise<unknown> =>
  product.query(`UPDATE ${table} SET state = 'retired' WHERE key = $1 AND state = 'in-force'`, [key]);

const checksumOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value))))
    .digest('hex');

/** A form of optional fields, all of these types. */
export const openForm = (
  key: string,
  fields: Readonly<Record<string, 'boolean' | 'integer'>>,
): LibraryForm => ({
  key,
  title: key,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, type]) => [name, { type, title: name, 'x-reader': 'V' }]),
    ),
  },
  ui: {},
});

const NAMESPACES = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1"`;

/** A step of a straight process: its BPMN type and what stands in `extensionElements`. */
export interface Step {
  readonly id: string;
  readonly type: string;
  readonly extensions: string;
}

/** A BPMN file of one process whose steps follow each other from start to end. */
export function straightProcess(key: string, name: string, steps: readonly Step[]): string {
  const ids = ['start', ...steps.map(({ id }) => id), 'end'];
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="to-${id}" sourceRef="${ids[index]}" targetRef="${id}"/>`);
  const elements = steps.map(
    ({ id, type, extensions }) =>
      `<bpmn:${type} id="${id}" name="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:${type}>`,
  );
  return `<bpmn:definitions ${NAMESPACES}><bpmn:process id="${key}" name="${name}" isExecutable="true">
    <bpmn:startEvent id="start"/>${elements.join('')}<bpmn:endEvent id="end"/>${flows.join('')}
  </bpmn:process></bpmn:definitions>`;
}

/** A user task of the village clerk's, without a form. */
export const clerkTask = (id: string): Step => ({
  id,
  type: 'userTask',
  extensions: '<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="village-clerk"/>',
});
