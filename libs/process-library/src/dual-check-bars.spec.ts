import { required, type JsonObject } from '@wuqing/kernel';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys } from './library-journeys.js';
import { walkedBefore } from './walked-journey.js';

const { process } = await compiledLibrary('dual-check');

/** Sheet 3(d), as a person reads it. */
const sentences: Readonly<Record<number, string>> = {
  1: '反映上级管理干部的件不得复制、摘抄、录入，请径送主要负责人。',
  2: '处置意见须集体研究并按程序报批。',
  3: '结论不是失实（含“不能排除”、部分属实），不得认定为不实举报，不得澄清。',
  4: '诬告陷害须经设区的市级以上党委或纪检监察机关批准认定。',
  5: '未见市级批复文号，不得作出诬告处理。',
  6: '错告不是诬告，只作提醒教育。',
  7: '采用其他方式澄清的，必须同时书面澄清。',
  8: '只澄清具体问题，不作总体评价。',
  9: '未经审理、审批并告知本人，不得澄清。',
  11: '应当回避，无权办理或查看。',
  13: '不得泄露检举控告人信息。',
  14: '存在不宜澄清情形，不得澄清。',
  15: '村级组织不得受理、办理检举控告。',
};

interface Way {
  readonly bar: number;
  readonly guard: string;
  readonly what: string;
  readonly journey: string;
  readonly element: string;
  /** What the case knows by then, where no lawful road leads into the bar. */
  readonly known?: JsonObject;
  readonly submit?: JsonObject;
}

const before = (key: string, element: string) =>
  walkedBefore(
    process,
    required(
      libraryJourneys('dual-check').find((journey) => journey.key === key),
      key,
    ),
    element,
  );
const [, registered] = before('C1', 'register-report');
const accused = registered['accused']!;

const way = (bar: number, guard: string, [journey, element]: readonly [string, string], what: string) => ({
  bar,
  guard,
  journey,
  element,
  what,
});

/** Steps that a finding other than 失实 never leads to, by the journey that comes there. */
const onlyWhereFalse: readonly (readonly [string, string, string])[] = [
  ['motive', 'C1', 'judge-motive'],
  ['educate', 'C1', 'educate-reporter'],
  ['verify', 'C2', 'verify-accusation'],
  ['submit', 'C2', 'submit-to-city'],
  ['record', 'C2', 'record-city-decision'],
  ['apply', 'C2', 'apply-consequences'],
  ['assess', 'C1', 'assess-clearance'],
  ['audit', 'C1', 'audit-clearance'],
  ['approve', 'C1', 'approve-clearance'],
  ['tell', 'C1', 'tell-draft'],
  ['letter', 'C1', 'issue-letter'],
  ['extra', 'C1', 'perform-extra'],
];

const propose = ['C1', 'propose-disposal'] as const;
const approve = ['C1', 'approve-disposal'] as const;
const record = ['C2', 'record-city-decision'] as const;
const apply = ['C2', 'apply-consequences'] as const;
const letter = ['C1', 'issue-letter'] as const;
const ways: readonly Way[] = [
  { ...way(1, 'bar-1', ['C1', 'register-report'], 'content of a higher level'), known: { level: '上级' } },
  { ...way(2, 'bar-2', propose, 'two of five for it'), submit: { yes: 2, no: 2 } },
  { ...way(2, 'bar-2', propose, 'two of five present'), submit: { present: 2, yes: 2, no: 0, abstain: 0 } },
  { ...way(2, 'bar-2-approve', approve, 'nothing was decided together'), known: { disposal: null } },
  {
    ...way(2, 'bar-2-approve', approve, 'a 村书记 without the party secretary'),
    submit: { partySecretaryOn: undefined as never },
  },
  {
    ...way(2, 'bar-2-first-check', ['C1', 'first-check'], 'not approved'),
    known: { disposalApproved: false },
  },
  ...onlyWhereFalse.flatMap(([name, journey, element]) =>
    ['不能排除', '部分属实', '属实', null].map((overall) => ({
      ...way(3, `bar-3-${name}`, [journey, element], `${element} where the finding is ${String(overall)}`),
      known: { overall },
    })),
  ),
  { ...way(4, 'bar-4', record, 'by the town'), submit: { authority: '镇纪委', authorityLevel: '其他' } },
  { ...way(4, 'bar-4', record, 'by 滕州市 under a false level'), submit: { authority: '滕州市委' } },
  { ...way(4, 'bar-4-apply', apply, 'of another level'), known: { authorityLevel: '其他' } },
  { ...way(4, 'bar-4-apply', apply, 'not recognized'), known: { cityDecision: '不认定' } },
  { ...way(5, 'bar-5', apply, 'no number'), known: { docNo: null } },
  { ...way(5, 'bar-5', apply, 'not compared with the paper'), known: { cityChecked: false } },
  { ...way(6, 'bar-6-verify', ['C2', 'verify-accusation'], '错告'), known: { motive: '错告' } },
  { ...way(6, 'bar-6-submit', ['C2', 'submit-to-city'], '错告'), known: { motive: '错告' } },
  { ...way(6, 'bar-6', apply, 'a sanction after 错告'), known: { motive: '错告' } },
  { ...way(7, 'bar-7', ['C1', 'approve-clearance'], 'a meeting alone'), submit: { ways: ['会议'] } },
  { ...way(7, 'bar-7-extra', ['C1', 'perform-extra'], 'no letter'), known: { letterIssuedOn: null } },
  { ...way(8, 'bar-8-assess', ['C1', 'assess-clearance'], 'no such allegation'), submit: { items: ['2'] } },
  { ...way(8, 'bar-8', letter, 'more than was assessed'), submit: { items: ['1', '2'] } },
  { ...way(9, 'bar-9-approve', ['C1', 'approve-clearance'], 'not audited'), known: { audited: false } },
  { ...way(9, 'bar-9-tell', ['C1', 'tell-draft'], 'not approved'), known: { clearanceApproved: false } },
  { ...way(9, 'bar-9', letter, 'not audited'), known: { audited: false } },
  { ...way(9, 'bar-9', letter, 'not approved'), known: { clearanceApproved: false } },
  { ...way(9, 'bar-9', letter, 'not shown to the person'), known: { draftAnswer: null } },
  {
    ...way(11, 'bar-11', ['C1', 'first-check'], 'a handler who must recuse himself'),
    submit: { recusal: true },
  },
  {
    ...way(11, 'bar-11', ['C1', 'first-check'], 'the accused handles'),
    submit: { handlers: [accused, accused] },
  },
  { ...way(13, 'bar-13', letter, 'the letter names the reporter'), submit: { namesReporter: true } },
  {
    ...way(13, 'bar-13-extra', ['C1', 'perform-extra'], 'the meeting does'),
    submit: { namesReporter: true },
  },
  { ...way(14, 'bar-14-audit', ['C1', 'audit-clearance'], 'another inquiry'), known: { notToClear: true } },
  {
    ...way(14, 'bar-14-approve', ['C1', 'approve-clearance'], 'another inquiry'),
    known: { notToClear: true },
  },
  { ...way(14, 'bar-14-tell', ['C1', 'tell-draft'], 'it exposes the reporter'), known: { notToClear: true } },
  { ...way(14, 'bar-14', letter, 'the person does not want it'), known: { draftAnswer: '不同意' } },
  ...['村党组织', '村民委员会', '村务监督委员会'].map((handledBy) => ({
    ...way(15, 'bar-15', propose, handledBy),
    submit: { handledBy },
  })),
];

describe('the bars of sheet 3', () => {
  it.each(ways.map((one) => [one.bar, one.what, one] as const))('bar %i: %s', (bar, _what, one) => {
    const [walker, submission] = before(one.journey, one.element);
    if (one.known) walker.override(one.known);
    const was = JSON.stringify(walker.state);
    const answer = walker.complete(one.element, { ...submission, ...one.submit });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'guard', guard: one.guard, elementId: one.element, message: sentences[bar] },
    });
    expect(JSON.stringify(walker.state)).toBe(was);
  });

  it('10: whoever did the first check, or is named there, neither audits nor approves', () => {
    for (const element of ['audit-clearance', 'approve-clearance']) {
      const checks = process.nodes[element]?.extensions.find(({ name }) => name === 'checks');
      expect(checks?.attributes).toEqual({
        steps: 'first-check assess-clearance',
        named: 'first-check/handlers',
        message: '承办人不得审理或审批本件。',
      });
    }
  });

  it.each(['toldOn', 'feedbackOn'])('12: nothing of a real name is archived without %s', (missing) => {
    const [walker, submission] = before('C1', 'visit-cleared');
    walker.override({ [missing]: null });
    expect(walker.complete('visit-cleared', submission).ok).toBe(true);
    expect(walker.state.status).toBe('running');
    expect(Object.values(walker.state.incidents)).toMatchObject([
      { elementId: 'archive-report', message: '实名检举控告未告知受理或未反馈，不得归档。' },
    ]);
  });

  it('are all of the file', () => {
    const inFile = Object.values(process.nodes).flatMap(({ guards }) => guards.map(({ id }) => id));
    const tried = new Set([...ways.map(({ guard }) => guard), 'bar-12']);
    expect(inFile.filter((id) => id.startsWith('bar-')).filter((id) => !tried.has(id))).toEqual([]);
  });
});
