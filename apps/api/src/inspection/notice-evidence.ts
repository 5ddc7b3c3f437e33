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
import { onsiteFindingsOf } from './onsite-findings.js';
import type { ReviewKey, ReviewKind } from './review-lines.js';
import type { BoardPhotoView } from './dto/notice-review.view.js';
import type { Caller } from '../access/caller.js';
import { VisibleFiles } from '../visibility/visible-files.js';

/** 'YYYY-MM-DD' of a moment. */
const DAY_LENGTH = 10;

export interface Evidence {
  readonly content: Content;
  /** Of each line of that look. */
  readonly findings: Readonly<Partial<Record<ReviewKey, Finding>>>;
  /** Of a board; none where the page is looked at. */
  readonly photos: readonly BoardPhotoView[];
}

/** What a notice shows, and what the system finds of it before a person looks. */
@Injectable()
export class NoticeEvidence {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly inspection: VisibleInspection,
    private readonly publicFacts: PublicFacts,
    private readonly files: VisibleFiles,
  ) {}

  async of(work: Work, caller: Caller, found: InspectedNotice, look: ReviewKind): Promise<Evidence> {
    return look === 'onsite' ? this.ofBoard(work, caller, found) : this.ofPage(work, found);
  }

  private async ofBoard(work: Work, caller: Caller, { notice, task }: InspectedNotice): Promise<Evidence> {
    const { content } = await this.shown({ notice, task });
    const { fromOn, toOn } = notice;
    const photos: BoardPhotoView[] = [];
    for (const { id, field } of content.files) {
      const seen = id === null ? undefined : await this.files.file(work, caller, id);
      if (!seen?.row.mediaType?.startsWith('image/')) continue;
      const { row, origin } = seen;
      const takenAt = origin?.takenAt ?? null;
      photos.push({
        id: row.id,
        name: row.name!,
        field,
        takenAt,
        sha256: row.sha256!,
        hasThumbnail: row.hasThumbnail,
      });
    }
    const takenOn = photos.map(({ takenAt }) => takenAt && takenAt.slice(0, DAY_LENGTH));
    return { content, photos, findings: onsiteFindingsOf({ takenOn, fromOn, toOn }) };
  }

  private async ofPage(work: Work, { notice, task }: InspectedNotice): Promise<Evidence> {
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
    return { content, findings, photos: [] };
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
