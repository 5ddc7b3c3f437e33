import type { Dossier, Imprint } from './dossier.js';

export const imprint: Imprint = {
  madeAt: Date.parse('2026-11-30T02:00:00Z'),
  madeOn: '2026-11-30 10:00',
  code: 'ABCD2345WXYZ',
  digest: 'ab'.repeat(32),
  address: 'https://wuqing.example/verify?code=ABCD2345WXYZ',
};

/** A picture of one grey dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export const dossier: Dossier = {
  town: '青禾镇',
  number: '2026-00012',
  title: '硬化道路',
  process: '村级重大事项',
  village: '柳溪村',
  standing: '已办结',
  startedOn: '2026-08-24',
  endedOn: '2026-11-25',
  reader: '骉㛃䶮',
  forms: [
    {
      step: '提出议案',
      by: '𬍛𬭎',
      on: '2026-08-25',
      ending: '按期办结',
      fields: [
        { title: '事由', text: '经入户征求意见，多数群众同意，「硬化主路」。'.repeat(6) },
        { title: '名册', text: '', table: { head: ['姓名', '表决'], rows: [['张三', '同意']] } },
      ],
    },
  ],
  decisions: [{ step: '村民代表会议', on: '2026-09-10', figures: [{ title: '同意', text: '30 票' }] }],
  notices: [
    {
      title: '决议公告',
      board: '村务',
      period: '自 2026-09-11 至 2026-09-26',
      on: '2026-09-11',
      code: 'ABCD EFGH JKMN',
      fields: [{ title: '地点', text: '公告栏' }],
      pictures: [{ caption: '张贴照片', type: 'image/png', content: DOT }],
    },
  ],
  timeline: [{ on: '2026-08-24', text: '发起「硬化道路」', by: '张三', detail: '' }],
  files: [{ name: '会议记录.pdf', sha256: 'cd'.repeat(32), from: '提出议案：会议记录' }],
  audit: {
    isWhole: true,
    head: 'ef'.repeat(32),
    lines: [{ seq: 1, at: '2026-08-24 09:00', by: '张三', action: '发起', hash: '01'.repeat(32) }],
  },
};
