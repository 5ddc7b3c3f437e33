import { Injectable } from '@nestjs/common';
import { extensionsNamed } from '@wuqing/bpmn-model';
import type { PublicNotice, Work } from '@wuqing/persistence';
import { shownMs } from '../http/shown-moment.js';
import { dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { contentOf, type Content } from '../public-pages/notice-content.js';
import { PublicFacts } from '../public-pages/public-facts.js';
import type { Known } from '../visibility/known.js';
import { VisibleInspection, type InspectedNotice } from '../visibility/visible-inspection.js';
import { findingsOf, type Finding } from './online-findings.js';
import type { ReviewKey } from './review-lines.js';

export interface Evidence {
  readonly content: Content;
  readonly findings: Readonly<Record<ReviewKey, Finding>>;
}

/** What a notice shows, and what the system finds of it before a person looks. */
@Injectable()
export class NoticeEvidence {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly inspection: VisibleInspection,
    private readonly publicFacts: PublicFacts,
  ) {}

  async of(work: Work, { notice, task }: InspectedNotice): Promise<Evidence> {
    const { content, titles } = await this.shown({ notice, task });
    const before = await this.inspection.reviewBefore(work, notice);
    const facts = await this.publicFacts.before(work, notice);
    const due = await this.inspection.dueOnOf(work, notice);
    const findings = findingsOf({
      publishedOn: dayOf(shownMs(notice.publishedAt)),
      dueOn: due,
      fromOn: notice.fromOn,
      toOn: notice.toOn,
      fieldsMax: titles.length,
      missing: titles.filter(({ key }) => isEmpty(fieldsIn(notice)[key])).map(({ title }) => title),
      photos: content.files.length,
      texts: [notice.title, ...textsIn(content), ...textsIn(facts)],
      failedBefore: before ? before.lines.filter(({ result }) => result === 'fail').length : null,
    });
    return { content, findings };
  }

  /** The page's content, and what the process file says belongs on it. */
  private async shown({ notice, task }: InspectedNotice) {
    if (!task) return { content: { fields: [], files: [] }, titles: [] };
    const definition = await this.definitions.definition(task.definitionChecksum);
    const form = await this.definitions.form(definition, task.formKey);
    if (!form) return { content: { fields: [], files: [] }, titles: [] };
    const properties = (form.schema['properties'] ?? {}) as Readonly<Record<string, { title?: string }>>;
    const required = (form.schema['required'] ?? []) as readonly string[];
    const titles = fieldsOf(definition.compiled.nodes[task.elementId], notice)
      .filter((key) => required.includes(key))
      .map((key) => ({ key, title: properties[key]?.title ?? key }));
    return { content: contentOf(notice.fields, form), titles };
  }
}

const textsIn = ({ fields, files }: Content): string[] => [
  ...fields.map(({ value }) => value),
  ...files.map(({ name }) => name),
];

/** A row that other hands wrote may hold no object. */
const fieldsIn = ({ fields }: Known<PublicNotice>): Readonly<Record<string, unknown>> =>
  (fields as Readonly<Record<string, unknown>> | null) ?? {};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Node = Parameters<typeof extensionsNamed>[0];

function fieldsOf(node: { readonly extensions: Node } | undefined, { kind }: Known<PublicNotice>): string[] {
  const found = extensionsNamed(node?.extensions ?? [], 'publication').find(
    ({ attributes }) => (attributes['kind'] ?? 'notice') === kind,
  );
  return (found?.attributes['fields'] ?? '')
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '');
}
