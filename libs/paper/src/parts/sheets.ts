import type { Column, Content } from 'pdfmake/interfaces.js';
import type { DecisionSheet, FormSheet, NoticeSheet, PaperPicture } from '../dossier.js';
import type { Writing } from '../written.js';
import { fieldTable } from './field-table.js';
import { heading, line, type Chapter, type Part } from './part.js';

/** Two beside each other on a page of A4. */
const PICTURE = { width: 230, height: 172 };

export const formChapter = (forms: readonly FormSheet[], writing: Writing): Chapter => ({
  title: '一、办理表单',
  whenEmpty: '（卷内没有可供查阅的表单）',
  parts: forms.map((form, at) => formPart(form, `form-${at}`, writing)),
});

function formPart({ step, by, on, ending, fields }: FormSheet, anchor: string, writing: Writing): Part {
  const head = { anchor, title: step, by, on };
  const signed = [by, `${on} 提交`, ending].filter((part) => part !== '').join('，');
  return { ...head, content: [heading(writing, head), line(writing, signed), fieldTable(fields, writing)] };
}

export const decisionChapter = (decisions: readonly DecisionSheet[], writing: Writing): Chapter => ({
  title: '二、会议决议',
  whenEmpty: '（卷内没有可供查阅的决议）',
  parts: decisions.map(({ step, on, figures }, at) => {
    const head = { anchor: `decision-${at}`, title: `${step}：计票`, by: '', on };
    return { ...head, content: [heading(writing, head), fieldTable(figures, writing)] };
  }),
});

export const noticeChapter = (notices: readonly NoticeSheet[], writing: Writing): Chapter => ({
  title: '三、公开公示',
  whenEmpty: '（卷内没有公开公示）',
  parts: notices.map((notice, at) => noticePart(notice, `notice-${at}`, writing)),
});

function noticePart(notice: NoticeSheet, anchor: string, writing: Writing): Part {
  const { title, board, period, on, code, fields, pictures } = notice;
  const head = { anchor, title, by: board, on };
  return {
    ...head,
    content: [
      heading(writing, head),
      line(writing, `${board}，${period}，验真码 ${code}`),
      fieldTable(fields, writing),
      ...inPairs(pictures).map((pair): Content => ({ columns: pair.map((one) => picture(one, writing)) })),
    ],
  };
}

const picture = ({ caption, type, content }: PaperPicture, writing: Writing): Column => ({
  width: '50%',
  unbreakable: true,
  stack: [
    {
      image: `data:${type};base64,${Buffer.from(content).toString('base64')}`,
      fit: [PICTURE.width, PICTURE.height],
    },
    line(writing, caption),
  ],
});

function inPairs<Item>(items: readonly Item[]): Item[][] {
  const pairs: Item[][] = [];
  for (let at = 0; at < items.length; at += 2) pairs.push(items.slice(at, at + 2));
  return pairs;
}
