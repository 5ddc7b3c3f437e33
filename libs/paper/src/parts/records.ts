import type { Content } from 'pdfmake/interfaces.js';
import type { AuditSheet, Dossier, PaperFile, TimelineLine } from '../dossier.js';
import { numbered, type Writing } from '../written.js';
import { heading, line, type Chapter, type Part } from './part.js';

export const courseChapter = ({ timeline }: Pick<Dossier, 'timeline'>, writing: Writing): Chapter => ({
  title: '四、办理经过',
  whenEmpty: '（卷内没有可供查阅的经过）',
  parts: timeline.length === 0 ? [] : [coursePart(timeline, writing)],
});

function coursePart(lines: readonly TimelineLine[], writing: Writing): Part {
  const head = { anchor: 'course', title: '办理经过', by: '', on: lines.at(-1)!.on };
  const body = lines.map(({ on, text, by, detail }) => [
    on,
    { text: writing.of(detail === '' ? text : `${text}\n${detail}`) },
    writing.of(by),
  ]);
  return {
    ...head,
    content: [
      heading(writing, head),
      {
        layout: 'ruled',
        table: { headerRows: 1, widths: [62, '*', 70], body: [bold('日期', '经过', '办理人'), ...body] },
      },
    ],
  };
}

/** What a copy can be held against: the files' hashes and the chain of the audit. */
export function proofChapter({ files, audit }: Pick<Dossier, 'files' | 'audit'>, writing: Writing): Chapter {
  return {
    title: '五、校验',
    whenEmpty: '',
    parts: [filesPart(files, writing), auditPart(audit, writing)],
  };
}

function filesPart(files: readonly PaperFile[], writing: Writing): Part {
  const head = { anchor: 'files', title: '附件及校验值（SHA-256）', by: '', on: '' };
  const table: Content =
    files.length === 0
      ? line(writing, '卷内没有附件原件。')
      : {
          layout: 'ruled',
          table: {
            headerRows: 1,
            widths: ['*', '*', 190],
            body: [
              bold('附件', '出处', '校验值'),
              ...files.map(({ name, from, sha256 }) => [
                writing.of(name),
                writing.of(from),
                { text: sha256, style: 'hash' },
              ]),
            ],
          },
        };
  return { ...head, content: [heading(writing, head), table] };
}

function auditPart(audit: AuditSheet | null, writing: Writing): Part {
  const head = { anchor: 'audit', title: '留痕记录', by: '', on: '' };
  if (audit === null) {
    return { ...head, content: [heading(writing, head), line(writing, '按查阅权限，本卷不含留痕记录。')] };
  }
  const { isWhole, head: hash, lines } = audit;
  const verdict = isWhole
    ? '经校验，留痕链条完整，记录未被改动。'
    : '经校验，留痕链条与当初写下的不一致，请立即报告系统管理员和镇纪委。';
  return {
    ...head,
    content: [
      heading(writing, head),
      line(writing, verdict),
      { text: `链条末值 ${hash}`, style: 'hash', margin: [0, 0, 0, 4] },
      {
        layout: 'ruled',
        table: {
          headerRows: 1,
          widths: [26, 84, 64, '*', 150],
          body: [
            bold('序号', '时间', '操作人', '操作', '校验值'),
            ...lines.map(({ seq, at, by, action, hash: own }) => [
              String(seq),
              at,
              writing.of(by),
              writing.of(action),
              { text: own, style: 'hash' },
            ]),
          ],
        },
      },
    ],
  };
}

/** Signs that the font has not, by their numbers: whoever needs one can look it up. */
export const missingSigns = (missing: readonly number[]): Content[] =>
  missing.length === 0
    ? []
    : [
        {
          text: `字库里没有的字共 ${missing.length} 个，卷内以统一码编号代替：${missing.map(numbered).join('、')}`,
          style: 'small',
        },
      ];

const bold = (...titles: readonly string[]): Content[] => titles.map((text) => ({ text, bold: true }));
