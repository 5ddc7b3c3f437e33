import { Injectable } from '@nestjs/common';
import { publicFields } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import {
  type FormVersion,
  UnitOfWork,
  systemActor,
  type PublicNotice,
  type UnitRow,
} from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { nothingPublic } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { NoticeDetailView, NoticeFieldView, NoticePageView, NoticeView } from './dto/notice.view.js';
import type { Known } from '../visibility/known.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { fieldText } from './field-text.js';
import { shownMoment } from '../http/shown-moment.js';

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;
const READER = systemActor('public-pages');

/** What villages have made public; anyone may read it. */
@Injectable()
export class NoticesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly units: UnitDirectory,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async page(villageCode: string | undefined, page: number): Promise<NoticePageView> {
    const unit = villageCode === undefined ? undefined : await this.village(villageCode);
    const { rows, total } = await this.unitOfWork.run(READER, (work) =>
      this.records.notices(work, { ...(unit && { unitId: unit.id }), page, pageSize: PAGE_SIZE }),
    );
    const units = await this.units.all();
    return {
      items: rows.map((row) => this.view(row, units)),
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  }

  async village(code: string): Promise<UnitRow> {
    const unit = (await this.units.villages()).find((village) => village.code === code);
    if (!unit) throw nothingPublic('没有这个村的公开栏,请从村列表中选择。');
    return unit;
  }

  async detail(id: string): Promise<NoticeDetailView> {
    const found = await this.unitOfWork.run(READER, (work) => this.records.notice(work, id));
    if (!found) throw nothingPublic('没有找到这份公开内容,可能已撤下,请从村公开栏重新选择。');
    const { notice, task } = found;
    const definition = task && (await this.definitions.definition(task.definitionChecksum));
    const form = task && definition && (await this.definitions.form(definition, task.formKey));
    const fields = form ? publicFields(form, notice.fields) : {};
    return { ...this.view(notice, await this.units.all()), fields: form ? fieldsOf(fields, form) : [] };
  }

  private view(row: Known<PublicNotice>, units: readonly UnitRow[]): NoticeView {
    const unit = units.find(({ id }) => id === row.unitId);
    const { id, kind, title, fromOn, toOn, publishedAt } = row;
    return {
      id,
      kind,
      title,
      village: unit?.name ?? '',
      villageCode: unit?.code ?? '',
      from: fromOn,
      to: toOn,
      publishedAt: shownMoment(publishedAt),
      daysLeft:
        toOn === null ? null : Math.max(0, (Date.parse(toOn) - Date.parse(this.clock.today())) / DAY_MS + 1),
    };
  }
}

/** In the form's own order, which a jsonb column does not keep. */
function fieldsOf(fields: JsonObject, { schema, ui }: Pick<FormVersion, 'schema' | 'ui'>): NoticeFieldView[] {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>;
  const order = (ui['order'] ?? []) as readonly string[];
  const placed = Object.entries(fields).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return placed.map(([key, value]) => {
    const field = properties[key] ?? {};
    return { key, title: String(field['title'] ?? key), value: fieldText(value as Json, field) };
  });
}
