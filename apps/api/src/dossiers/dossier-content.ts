import { Injectable } from '@nestjs/common';
import { verifyCase } from '@wuqing/audit';
import { filesIn, maskFor, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { AuditSheet, Dossier, NoticeSheet, PaperField, PaperFile } from '@wuqing/paper';
import { personNames, type CaseNotice, type CaseRow, type DeadlineRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { stepsHeardFromOutside } from '../cases/heard-outside.js';
import { ReadTimelineQuery } from '../cases/read-timeline.query.js';
import { endingOf } from '../cases/timeline/term-words.js';
import { shownMinute, shownMs } from '../http/shown-moment.js';
import { dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { sha256 } from '../platform/fingerprint.js';
import { boards, type BoardKey } from '../public-pages/dto/notice.view.js';
import { isBallot } from '../public-pages/notice-content.js';
import { votesOf } from '../public-pages/notice-votes.js';
import { shownVerification } from '../public-pages/pages/notice.page.js';
import { answeredForms, type AnsweredForm } from '../user-tasks/answered-forms.js';
import { ownIdOf } from '../user-tasks/door-facts.js';
import { heardViewOf } from '../user-tasks/heard/heard-view-of.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import { auditIn, evidenceIn } from '../visibility/case-audit.js';
import type { SeenCase } from '../visibility/case-reader.js';
import { clocksOf, noticesIn, submissionsIn } from '../visibility/case-records.js';
import { WITHHELD } from '../visibility/history-as-seen.js';
import type { Known } from '../visibility/known.js';
import { MAKE_DOSSIER } from '../visibility/visible-dossiers.js';
import { VisibleHeard, type HeardWords } from '../visibility/visible-heard.js';
import { VisibleFiles, type SeenFile } from '../visibility/visible-files.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { actWord } from './act-words.js';
import type { PhotoReference } from './notice-photos.js';
import { paperFields, type NamesOnPaper } from './paper-field.js';

/** An answer as its reader may see it. */
interface ShownForm extends AnsweredForm {
  readonly shown: JsonObject;
  /** What it answers, where a message opened its step. */
  readonly heard: HeardWords | undefined;
}

export interface WrittenDossier {
  /** Without pictures. */
  readonly dossier: Dossier;
  /** Of each of its notices, in their order. */
  readonly photos: readonly (readonly PhotoReference[])[];
}

/** What a case's paper says to this reader: of everything what the case's pages show him, and nothing else. */
@Injectable()
export class DossierContent {
  constructor(
    private readonly records: VisibleRecords,
    private readonly visibleFiles: VisibleFiles,
    private readonly timeline: ReadTimelineQuery,
    private readonly definitions: DefinitionStore,
    private readonly units: UnitDirectory,
    private readonly outside: VisibleHeard,
  ) {}

  async of(work: Work, caller: Caller, seen: SeenCase): Promise<WrittenDossier> {
    const submissions = await submissionsIn(work, seen);
    const forms = await this.shownForms(work, caller, seen, submissions);
    const files = await this.visibleFiles.ofCase(work, caller, seen);
    const names = await this.names(work, forms, files);
    const notices = await noticesIn(work, seen);
    const counts = await this.records.countsOf(work, submissions);
    const clocks = await clocksOf(work, seen);
    const calendar = await this.definitions.workingCalendar();
    const endings = (taskId: string): string =>
      clocks
        .filter((clock: DeadlineRow) => clock.taskId === taskId)
        .map((clock) => endingOf(clock, calendar))
        .filter((text) => text !== '')
        .join('；');
    const { items } = await this.timeline.of(work, caller, seen);
    const dossier: Dossier = {
      ...(await this.face(caller, seen.row)),
      forms: forms.map(({ submission, form, step, shown, heard }) => ({
        step,
        by: names.person(submission.actorId) ?? '',
        on: dayOf(shownMs(submission.submittedAt)),
        ending: endings(submission.userTaskId),
        fields: [...heardFields(heard), ...paperFields(form, shown, names)],
      })),
      decisions: forms
        .filter(({ submission, definition }) => isBallot(definition.compiled, submission.elementId))
        .map(({ submission, step }) => ({
          step,
          on: dayOf(shownMs(submission.submittedAt)),
          figures: votesOf(counts.get(submission.commandId) ?? {}, null).map(figureOf),
        }))
        .filter(({ figures }) => figures.length > 0),
      notices: notices.map((notice) => noticeSheet(notice, forms, names)),
      timeline: items.map(({ on, text, actor, detail }) => ({
        on,
        text,
        by: actor?.name ?? '',
        detail: detail ?? '',
      })),
      files: forms.flatMap((one) => [...photosHeard(one), ...filesOf(one, names)]),
      audit: caller.may('audit.read', seen.resource) ? await auditSheet(work, seen) : null,
    };
    return { dossier, photos: notices.map((notice) => photosOf(notice, forms, files)) };
  }

  private async shownForms(
    work: Work,
    caller: Caller,
    seen: SeenCase,
    submissions: Awaited<ReturnType<typeof submissionsIn>>,
  ): Promise<ShownForm[]> {
    const levels = levelsOf(caller, seen.resource);
    const forms: ShownForm[] = [];
    for (const one of await answeredForms(this.definitions, seen, submissions)) {
      const heard = await this.heardBy(work, seen, one);
      forms.push({ ...one, heard, shown: maskFor(one.form, one.submission.data, levels) });
    }
    return forms;
  }

  private async heardBy(work: Work, seen: SeenCase, one: AnsweredForm) {
    const isHeard = stepsHeardFromOutside(one.definition.compiled).includes(
      ownIdOf(one.submission.elementId),
    );
    return isHeard ? this.outside.ofDone(work, seen, one) : undefined;
  }

  private async face(caller: Caller, row: Known<CaseRow>) {
    const units = await this.units.all();
    const { number, title, processName, unitName, startedAt, endedAt } = row;
    return {
      town: units.find(({ kind }) => kind === 'town')?.name ?? '',
      number,
      title,
      process: processName,
      village: unitName,
      standing: standingOf(row),
      startedOn: dayOf(shownMs(startedAt)),
      endedOn: endedAt === null ? null : dayOf(shownMs(endedAt)),
      reader: caller.session.personName,
    };
  }

  /** Of everybody and every place that is named by an id. */
  private async names(
    work: Work,
    forms: readonly ShownForm[],
    files: readonly SeenFile[],
  ): Promise<NamesOnPaper> {
    const ids = new Set(forms.flatMap(({ shown, submission }) => [submission.actorId, ...textsIn(shown)]));
    const persons = await personNames(work, [...ids]);
    return {
      person: (id) => persons.get(id),
      file: (id) => files.find(({ row }) => row.id === id)?.row.name ?? undefined,
    };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever looks like an id in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const figureOf = ({ title, value }: { title: string; value: string }): PaperField => ({ title, text: value });

const STANDINGS: Readonly<Record<CaseRow['status'], string>> = {
  created: '正在登记',
  running: '办理中',
  completed: '已办结',
  terminated: '已终止',
};

const standingOf = ({ status, suspendedAt }: CaseRow): string =>
  status === 'running' && suspendedAt !== null ? '暂停办理' : STANDINGS[status];

function noticeSheet(
  notice: Known<CaseNotice>,
  forms: readonly ShownForm[],
  names: NamesOnPaper,
): NoticeSheet {
  const { title, board, fromOn, toOn, publishedAt, verificationCode, userTaskId, fields } = notice;
  const on = dayOf(shownMs(publishedAt));
  const form = forms.find(({ submission }) => submission.userTaskId === userTaskId)?.form;
  return {
    title,
    board: boards[board as BoardKey],
    period: toOn === null ? `自 ${fromOn ?? on} 起公开` : `公开期自 ${fromOn ?? on} 至 ${toOn}`,
    on,
    code: shownVerification(verificationCode),
    fields: form ? paperFields(form, publicPart(form, fields), names) : [],
    pictures: [],
  };
}

/** Photos in what the notice tells everybody, as far as this reader may see the files themselves. */
function photosOf(
  { userTaskId, fields }: Known<CaseNotice>,
  forms: readonly ShownForm[],
  files: readonly SeenFile[],
): PhotoReference[] {
  const form = forms.find(({ submission }) => submission.userTaskId === userTaskId)?.form;
  if (!form) return [];
  return filesIn(form, publicPart(form, fields)).flatMap(({ field, files: named }) =>
    field.kind !== 'photo'
      ? []
      : named
          .filter(({ id }) => files.some(({ row }) => row.id === id && row.hasThumbnail))
          .map(({ id }, at) => ({ id, caption: `${field.title} ${at + 1}` })),
  );
}

const publicPart = (form: FormDefinition, fields: JsonObject): JsonObject => maskFor(form, fields, []);

/** As it stood above the form. */
const heardFields = (heard: HeardWords | undefined): PaperField[] =>
  heard ? heardViewOf(heard).fields.map(({ title, value }) => ({ title, text: String(value) })) : [];

const photosHeard = ({ heard, step }: ShownForm): PaperFile[] =>
  (heard?.photos ?? []).map(({ sha256: hash, place }) => ({
    name: `照片 ${place + 1}`,
    sha256: hash,
    from: `${step}：${heard?.event ?? '提出的内容'}`,
  }));

const filesOf = ({ form, shown, step }: ShownForm, names: NamesOnPaper): PaperFile[] =>
  filesIn(form, shown).flatMap(({ field, files }) =>
    files.map(({ id, sha256: hash }, at) => ({
      name: names.file(id) ?? `${field.title} ${at + 1}`,
      sha256: hash,
      from: `${step}：${field.title}`,
    })),
  );

/** Without the makings of papers themselves: a paper would never be the same again. */
async function auditSheet(work: Work, seen: SeenCase): Promise<AuditSheet> {
  const entries = await auditIn(work, seen);
  const isWhole = verifyCase(await evidenceIn(work, seen), sha256).ok;
  const shown = entries.filter(({ action }) => action !== MAKE_DOSSIER);
  const names = await personNames(work, [...new Set(shown.map(({ actorId }) => actorId))]);
  return {
    isWhole,
    head: shown.at(-1)?.hash ?? '',
    lines: shown.map(({ seq, at, actorId, action, hash }) => ({
      seq,
      at: shownMinute(at),
      by: names.get(actorId) ?? (actorId === WITHHELD ? '不公开' : '系统'),
      action: actWord(action),
      hash,
    })),
  };
}
