import { heldNames } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { compiledLibrary } from './compiled-library.js';
import { journeyOf, submissionOf, walkTo } from './walk-to.js';

const { process } = await compiledLibrary('major-matter');
const nobody = { withoutVote: [], notOnRoll: [], mustRecuse: [], named: false };
const byName = { ...nobody, named: true };
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
    ['the deciding vote names nobody', 'decide-by-body', { electorate: byName, voters: [] }, 'voters-listed'],
    [
      'the deciding vote names fewer than voted',
      'decide-by-body',
      { electorate: byName, voters: names(30) },
      'voters-listed',
    ],
    [
      'the deciding vote names each voter',
      'decide-by-body',
      { electorate: byName, voters: names(31) },
      'recorded',
    ],
    [
      'an assembly that is not kept by name has counts only',
      'decide-by-body',
      { electorate: nobody, voters: [] },
      'recorded',
    ],
    [
      'the two committees name nobody',
      'deliberate-committees',
      { electorate: byName, voters: [] },
      'voters-listed-deliberate',
    ],
    [
      'one who recused himself is named as a voter',
      'decide-by-body',
      { electorate: byName, recused: ['party-0'], abstain: 2, voters: names(30) },
      'recused-no-voter',
    ],
    ['the 支委会 names nobody', 'propose-matter', { voters: [] }, 'voters-listed-propose'],
  ])('%s: %s', (_what, element, change, answer) => {
    expect(record(element, change)).toBe(answer);
  });
});

describe('a message to the case', () => {
  const petition = { source: '法定联名', proposerKind: '村民代表', proposerCount: 12 };

  it('is refused where it brings what its event does not ask for', () => {
    const walker = walkTo(process, 'A1', 'propose-matter', { registration: petition });
    const sent = { petition: null, ballotOpen: false, resolutionVerdict: 'passed' };
    expect(walker.correlate('withdrawn', sent)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(walker.variable('resolutionVerdict')).toBeUndefined();
    expect(walker.correlate('withdrawn', {}).ok).toBe(true);
    expect(walker.outcome().ended).toEqual(['end-withdrawal-refused']);
  });

  it.each([
    ['change-raised', 'implement-matter'],
    ['objection', 'verify-resolution-notice'],
    ['publicity-report', 'verify-resolution-notice'],
    ['court-judgment', 'verify-resolution-notice'],
    ['town-order', 'verify-resolution-notice'],
  ])('%s writes nothing that the process holds itself', (message, element) => {
    for (const name of heldNames(process)) {
      const walker = walkTo(process, 'A1', element);
      const before = walker.variable(name);
      if (message === 'town-order' && name === 'nextStep') continue; // it may say so, under a name of its own
      expect(walker.correlate(message, { [name]: -1 })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
      expect(walker.variable(name)).toEqual(before);
    }
  });

  it('town-order orders a step of the process and nothing else', () => {
    const walker = walkTo(process, 'A1', 'verify-resolution-notice');
    expect(walker.correlate('town-order', { nextStep: 'archive-matter' }).ok).toBe(false);
    expect(walker.correlate('town-order', { nextStep: 'publish-resolution' }).ok).toBe(true);
    expect(walker.variable('nextStep')).toBe('publish-resolution');
  });
});
