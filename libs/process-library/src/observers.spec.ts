import type { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { journeyOf, submissionOf, walkTo } from './walk-to.js';

const { process } = await compiledLibrary('major-matter');
const to = (element: string): CaseWalker => walkTo(process, 'A1', element);
const isObserver = (element: string): boolean => element.startsWith('observe-');
const observers = (walker: CaseWalker): string[] => walker.open.filter(isObserver);
const work = (walker: CaseWalker): string[] => walker.open.filter((element) => !isObserver(element));

function submit(walker: CaseWalker, element: string): void {
  const answer = walker.complete(element, submissionOf(journeyOf('A1'), element).submit);
  if (!answer.ok) throw new Error(answer.error.message);
}

describe('observers', () => {
  const object = (walker: CaseWalker, step: number): void => {
    expect(
      walker.complete(`observe-${step}`, { attended: true, stance: '有异议', text: '程序有误' }).ok,
    ).toBe(true);
  };
  const judge = (walker: CaseWalker, road: string) =>
    walker.complete('judge-observer-objection', { road, reasons: '理由' });
  const check = (walker: CaseWalker, upheld: boolean, returnTo?: number) =>
    walker.complete('town-checks-objection', { upheld, opinion: '意见', ...(returnTo && { returnTo }) });

  it('never hold up the road', () => {
    const walker = to('implement-matter');
    expect(observers(walker)).toEqual(['observe-7']);
  });

  it('must say what they object to', () => {
    const walker = to('propose-matter');
    expect(walker.complete('observe-1', { attended: true, stance: '有异议' })).toMatchObject({
      error: { guard: 'observe-1-text' },
    });
  });

  it('object, the town finds nothing: the case goes on', () => {
    const walker = to('send-plan');
    object(walker, 2);
    expect(judge(walker, '报镇').ok).toBe(true);
    expect(work(walker)).toEqual(['send-plan', 'town-checks-objection']);
    expect(check(walker, false).ok).toBe(true);
    expect(work(walker)).toEqual(['send-plan']);
  });

  it('object, the town upholds it: the named step is done anew', () => {
    const walker = to('review-by-town');
    object(walker, 2);
    judge(walker, '报镇');
    expect(check(walker, true)).toMatchObject({ error: { guard: 'upheld-names-step' } });
    expect(check(walker, true, 2).ok).toBe(true);
    expect(walker.open.sort()).toEqual(['deliberate-committees', 'observe-2']);
  });

  it('cannot ask to revoke what is not resolved', () => {
    const walker = to('send-plan');
    object(walker, 2);
    expect(judge(walker, '提请撤销或变更')).toMatchObject({
      error: { guard: 'revocation-needs-resolution' },
    });
  });

  it('ask to revoke a resolution: the body is convened again', () => {
    const walker = to('verify-resolution-notice');
    object(walker, 6);
    expect(
      walker.complete('judge-observer-objection-6', { road: '提请撤销或变更', reasons: '理由' }).ok,
    ).toBe(true);
    expect(work(walker)).toEqual(['convene-body']);
  });

  it('object to the last moment: the decision waits for the answer', () => {
    const walker = to('decide-by-body');
    object(walker, 5);
    submit(walker, 'decide-by-body');
    expect(work(walker)).toEqual(['judge-observer-objection']);
    judge(walker, '报镇');
    check(walker, false);
    expect(work(walker)).toEqual(['publish-resolution']);
  });

  it('object to the carrying out: the case is not closed before it is answered', () => {
    const walker = to('appraise-result');
    object(walker, 7);
    submit(walker, 'appraise-result');
    expect(walker.state.status).toBe('running');
    walker.complete('judge-observer-objection-7', { road: '报镇', reasons: '理由' });
    walker.complete('town-checks-objection-7', { upheld: false, opinion: '意见' });
    expect(walker.state.status).toBe('completed');
  });
});

describe('the state', () => {
  it('of a case in its last step stays under two kilobytes without variables', () => {
    const { state } = to('appraise-result');
    expect(JSON.stringify({ ...state, variables: {} }).length).toBeLessThan(2_048);
  });
});
