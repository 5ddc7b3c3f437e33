import { Injectable } from '@nestjs/common';
import { extensionsNamed } from '@wuqing/bpmn-model';
import { validateSubmission } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import type { FormVersion, InboxRow, ProcessDefinitionVersion } from '@wuqing/persistence';
import { DefinitionStore } from '../platform/definition-store.js';

/** What a bulk approval fills in at a step, or why it must be done by itself. */
export type BulkApproval =
  | { readonly allowed: true; readonly submissionWith: (opinion: string | undefined) => JsonObject }
  | { readonly allowed: false; readonly reason: string };

interface ShownApproval {
  readonly allowed: boolean;
  /** Why it must be done by itself; null where it need not. */
  readonly reason: string | null;
}
type Step = Pick<InboxRow, 'id' | 'elementId' | 'formKey'>;
type DefinitionOf<Row> = (row: Row) => ProcessDefinitionVersion;

const shown = (approval: BulkApproval): ShownApproval => ({
  allowed: approval.allowed,
  reason: approval.allowed ? null : approval.reason,
});
const stepOf = ({ elementId, formKey }: Step): string =>
  formKey === null ? elementId : `${elementId} ${formKey}`;
const no = (reason: string): BulkApproval => ({ allowed: false, reason });

/**
 * 批量同意: only where the process says so at the step (`wq:bulkApproval`: the field that is decided, the value that agrees, the
 * field that takes an opinion), and only where nothing else must be filled in. What the form would refuse is not offered.
 */
@Injectable()
export class BulkApprovals {
  /** Definitions and forms never change: each step is looked at once for as long as its definition is kept. */
  private readonly found = new WeakMap<ProcessDefinitionVersion, Map<string, ShownApproval>>();

  constructor(private readonly definitions: DefinitionStore) {}

  /** For each of these rows. */
  async ofRows<Row extends Step>(
    rows: readonly Row[],
    definitionOf: DefinitionOf<Row>,
  ): Promise<(row: Row) => ShownApproval> {
    for (const row of rows) {
      const definition = definitionOf(row);
      const found = this.foundFor(definition);
      const step = stepOf(row);
      if (!found.has(step)) found.set(step, shown(await this.of(row, definition)));
    }
    return (row) => required(this.foundFor(definitionOf(row)).get(stepOf(row)), `step ${row.elementId}`);
  }

  private foundFor(definition: ProcessDefinitionVersion): Map<string, ShownApproval> {
    const found = this.found.get(definition) ?? new Map<string, ShownApproval>();
    this.found.set(definition, found);
    return found;
  }

  async of({ elementId, formKey }: Step, definition: ProcessDefinitionVersion): Promise<BulkApproval> {
    const extensions = definition.compiled.nodes[elementId]?.extensions ?? [];
    const [mark] = extensionsNamed(extensions, 'bulkApproval');
    if (!mark) return no('流程规定本步骤逐件办理');
    const form = await this.definitions.form(definition, formKey);
    if (!form) return { allowed: true, submissionWith: () => ({}) };
    return approvalOf(form, mark.attributes);
  }
}

function approvalOf(
  form: FormVersion,
  { field, value, opinion }: Readonly<Record<string, string>>,
): BulkApproval {
  const properties = (form.schema['properties'] ?? {}) as Record<string, JsonObject>;
  const left = ((form.schema['required'] ?? []) as string[]).filter((name) => name !== field);
  if (left.length > 0)
    return no(
      `还有要填的内容：${left.map((name) => String(properties[name]?.['title'] ?? name)).join('、')}`,
    );
  const submissionWith = (said: string | undefined): JsonObject => ({
    ...(field !== undefined && value !== undefined && { [field]: value }),
    ...(opinion !== undefined && said !== undefined && { [opinion]: said }),
  });
  const checked = validateSubmission(form, submissionWith(undefined));
  return checked.ok ? { allowed: true, submissionWith } : no('本步骤的表单须逐件填写');
}
