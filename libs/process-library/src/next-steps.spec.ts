import { nextUserTasks } from '@wuqing/bpmn-model';
import { compiledLibrary } from './compiled-library.js';

const isObserver = (id: string): boolean => id.startsWith('observe');

describe('the step that is said to come next', () => {
  it.each([
    ['major-matter', 'register-matter', 'propose-matter'],
    ['major-matter', 'propose-matter', 'deliberate-committees'],
    ['major-matter', 'deliberate-committees', 'send-plan'],
    ['major-matter', 'send-plan', 'review-party-meeting'],
    ['major-matter', 'review-party-meeting', 'finalize-plan'],
    ['major-matter', 'finalize-plan', 'review-by-town'],
    ['major-matter', 'review-by-town', 'convene-body'],
    ['major-matter', 'convene-body', 'decide-by-body'],
    ['supervision-order', 'issue-order', 'sign-order'],
    ['supervision-order', 'sign-order', 'give-feedback'],
  ])('%s: after %s comes %s', async (key, element, next) => {
    const { process } = await compiledLibrary(key);
    const { ahead } = nextUserTasks(process, element);
    expect(ahead.find(({ id }) => !isObserver(id))?.id).toBe(next);
  });

  it('is never one that lies behind, where a vote was held', async () => {
    const { process } = await compiledLibrary('major-matter');
    const { ahead, behind } = nextUserTasks(process, 'decide-by-body');
    expect(ahead.map(({ id }) => id)).not.toContain('convene-body');
    expect(behind.map(({ id }) => id)).toEqual(['convene-body']);
  });
});
