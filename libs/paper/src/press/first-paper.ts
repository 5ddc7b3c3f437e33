import type { Dossier, Imprint } from '../dossier.js';

const NOTHING = { title: '', text: '' } as const;

/** Has every kind of part once, and says nothing: whoever has printed it has read the fonts and learned how to lay out. */
export const firstPaper: Dossier = {
  town: '',
  number: '',
  title: '卷宗',
  process: '',
  village: '',
  standing: '',
  startedOn: '',
  endedOn: null,
  reader: '',
  forms: [
    {
      step: '办理表单',
      by: '',
      on: '',
      ending: '',
      fields: [
        { title: '事由', text: '经征求意见，按期办结。' },
        { title: '名册', text: '', table: { head: ['姓名'], rows: [['同意']] } },
      ],
    },
  ],
  decisions: [{ step: '会议决议', on: '', figures: [NOTHING] }],
  notices: [{ title: '公开公示', board: '', period: '', on: '', code: '', fields: [NOTHING], pictures: [] }],
  timeline: [{ on: '', text: '办理经过', by: '', detail: '' }],
  files: [{ name: '', sha256: '00', from: '' }],
  audit: { isWhole: true, head: '00', lines: [{ seq: 1, at: '', by: '', action: '', hash: '00' }] },
};

export const firstImprint: Imprint = {
  madeAt: 0,
  madeOn: '',
  code: '000000000000',
  digest: '00',
  address: 'https://localhost/',
};
