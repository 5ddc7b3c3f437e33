import type { JsonObject } from '@wuqing/kernel';
import { compiledLibrary } from './compiled-library.js';
import { journeyOf, submissionOf, walkTo } from './walk-to.js';

const { process } = await compiledLibrary('major-matter');
const nobody = { withoutVote: [], notOnRoll: [], mustRecuse: [] };
const wife = { ...nobody, mustRecuse: ['wife'] };
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `party-${at}`);

/** The meeting of journey A1 at that element, recorded with a change; answers the guard, or what opened then. */
function record(element: string, change: JsonObject): unknown {
  const walker = walkTo(process, 'A1', element);
  const answer = walker.complete(element, { ...submissionOf(journeyOf('A1'), element).submit, ...change });
  return answer.ok ? 'recorded' : answer.error.guard;
}

describe('who voted', () => {
  it.each<[what: string, element: string, change: JsonObject, answer: string]>([
    ['the roll was not read', 'decide-by-body', { electorate: null }, 'roll-read'],
    [
      'a voter is not of this body',
      'decide-by-body',
      { electorate: { ...nobody, notOnRoll: ['x'] } },
      'voters-on-roll',
    ],
    [
      'the wife of a related party is passed over',
      'decide-by-body',
      { electorate: wife },
      'recusal-recorded',
    ],
    ['she stayed away', 'decide-by-body', { electorate: wife, absentRecused: ['wife'] }, 'recorded'],
    [
      'she came and did not vote',
      'decide-by-body',
      { electorate: wife, recused: ['wife'], abstain: 2 },
      'recorded',
    ],
    [
      'she came and stayed away',
      'decide-by-body',
      { electorate: wife, recused: ['wife'], absentRecused: ['wife'], abstain: 2 },
      'recused-once',
    ],
    [
      'nobody voted, so nobody is asked to recuse',
      'decide-by-body',
      { electorate: wife, present: 26, yes: 0, no: 0, abstain: 0 },
      'recorded',
    ],
    [
      'the party meeting names fewer than voted',
      'review-party-meeting',
      { voters: names(23) },
      'voters-listed-review',
    ],
    ['the party meeting names each voter', 'review-party-meeting', { voters: names(24) }, 'recorded'],
    ['the 支委会 names nobody', 'propose-matter', { voters: [] }, 'voters-listed-propose'],
  ])('%s: %s', (_what, element, change, answer) => {
    expect(record(element, change)).toBe(answer);
  });
});

describe('a message to the case', () => {
  const petition = { source: '法定联名', proposerKind: '村民代表', proposerCount: 12 };

  it('brings no variable that its event does not ask for', () => {
    const walker = walkTo(process, 'A1', 'propose-matter', { registration: petition });
    walker.correlate('withdrawn', { petition: null, ballotOpen: false, resolutionVerdict: 'passed' });
    expect(walker.outcome().ended).toEqual(['end-withdrawal-refused']);
    expect(walker.variable('resolutionVerdict')).toBeUndefined();
  });

  it.each([
    ['change-raised', 'implement-matter'],
    ['objection', 'verify-resolution-notice'],
  ])('%s neither', (message, element) => {
    const walker = walkTo(process, 'A1', element);
    const before = walker.variable('noticeEndsOn');
    walker.correlate(message, { noticeEndsOn: '2026-09-01', implementationVerified: true });
    expect(walker.variable('noticeEndsOn')).toBe(before);
    if (message === 'change-raised') walker.correlate('change-decided', { noticeEndsOn: '2026-09-01' });
    expect(walker.variable('noticeEndsOn')).toBe(before);
  });
});
