import type { JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { process, send, submit, to, work } from './major-matter-walks.js';

describe('a report of villagers that the publication is untrue (Art 36)', () => {
  const investigate = (walker: CaseWalker, box: number, found: JsonObject) =>
    walker.complete(`investigate-report-${box}`, { finding: '属实', ...found });

  it('reaches the town while the resolution hangs, and what it orders is done', () => {
    const walker = to('verify-resolution-notice');
    send(walker, 'publicity-report');
    expect(walker.outcome().opens).toMatchObject({ 'investigate-report-6': '2026-09-28' });
    expect(investigate(walker, 6, { upheld: true })).toMatchObject({
      error: { guard: 'investigate-report-6-names-correction' },
    });
    expect(investigate(walker, 6, { upheld: true, correction: '决议公开' }).ok).toBe(true);
    expect(work(walker)).toEqual(['publish-resolution']);
  });

  it('holds step 7 until the town has answered, and nothing else', () => {
    const walker = to('verify-resolution-notice');
    submit(walker, 'verify-resolution-notice');
    send(walker, 'publicity-report');
    walker.goTo('2026-10-09');
    expect(work(walker)).toEqual(['investigate-report-6']);
    investigate(walker, 6, { upheld: false });
    expect(work(walker)).toEqual(['implement-matter']);
  });

  it.each([
    ['决议公开', 'publish-resolution'],
    ['实施结果公开', 'publish-result'],
  ])('during the works leads to %s', (correction, element) => {
    const walker = to('implement-matter');
    send(walker, 'publicity-report');
    expect(work(walker)).toEqual(['implement-matter', 'investigate-report-7']);
    investigate(walker, 7, { upheld: true, correction });
    expect(work(walker)).toEqual([element]);
  });

  it('of the result: it is published anew, for a new fifteen days', () => {
    const notice = to('publish-result');
    submit(notice, 'publish-result');
    send(notice, 'publicity-report');
    notice.goTo('2026-11-12');
    investigate(notice, 7, { upheld: true, correction: '实施结果公开' });
    submit(notice, 'publish-result', { from: '2026-11-12', to: '2026-11-27' });
    expect(notice.outcome().timers).toMatchObject({ 'tm-result-notice': '2026-11-28' });
  });

  it('is answered before the case is closed', () => {
    const walker = to('publish-result');
    submit(walker, 'publish-result');
    send(walker, 'publicity-report');
    walker.goTo('2026-11-26');
    submit(walker, 'appraise-result');
    expect(walker.state.status).toBe('running');
    investigate(walker, 7, { upheld: false });
    expect(walker.outcome().ended).toContain('end-closed');
  });
});

describe('a closed case that the town orders to be put right', () => {
  const known = (walker: CaseWalker): JsonObject => ({
    ...walker.state.variables[`${process.key}#0`],
    caseId: 'reopened',
  });

  it.each([
    ['publish-result', 'publish-result'],
    ['implement-matter', 'implement-matter'],
    ['convene-body', 'convene-body'],
    ['propose-matter', 'propose-matter'],
  ])('is taken up again at %s by a case that knows what it knew', (nextStep, element) => {
    const closed = to('appraise-result');
    submit(closed, 'appraise-result');
    expect(closed.outcome().ended).toContain('end-closed');
    const again = new CaseWalker(process);
    again.goTo('2026-12-01');
    again.start({ ...known(closed), nextStep });
    expect(work(again)).toEqual([element]);
    expect(again.variable('body')).toBe('representatives-meeting');
  });
});
