import { ApiProblem } from '../client/problem.js';
import { asServerSays } from './server-word.js';
import { chooseStart, openedBy, startWordsIn } from './use-start-draft.js';

const content = (title: string) => ({ data: { title, unitId: 'u' }, pastEntryReason: '', names: {} });
const device = (isOnServer: boolean) => ({
  personId: 'p',
  subject: 'start/x',
  content: content('本机'),
  basedOn: 1,
  isOnServer,
  savedAt: '2026-11-29T01:00:00.000Z',
});
const server = {
  version: 1,
  content: content('服务器'),
  savedAt: '2026-11-29T02:00:00.000Z',
  leftByName: null,
};

describe('what a start begins with', () => {
  it.each([
    ['nothing', undefined, null, ''],
    ['what the server has', undefined, server, '服务器'],
    ['what only the device has', device(false), null, '本机'],
    ['nothing, where the server had it and has it no more: it was started', device(true), null, ''],
    ['the device’s, where the server cannot be asked', device(true), undefined, '本机'],
  ])('%s', (_, here, there, title) =>
    expect(startWordsIn(chooseStart(here, there))).toEqual({ title, unitId: title === '' ? undefined : 'u' }),
  );
});

describe('a server that does not say what it has of a start', () => {
  const failing = (status: number) => asServerSays(Promise.reject(new ApiProblem({ title: '不行', status })));

  it.each([0, 401, 429, 500, 503])(
    'could not be asked at %i: the device’s word stands, and nothing is said',
    async (status) =>
      expect(openedBy(device(true), await failing(status))).toEqual({
        draft: chooseStart(device(true), undefined),
      }),
  );

  it.each([400, 403, 404])(
    'refused at %i: the device’s word stands, and the refusal is shown',
    async (status) => {
      const { draft, refusal } = openedBy(device(true), await failing(status));
      expect(draft).toEqual(chooseStart(device(true), undefined));
      expect((refusal as ApiProblem).status).toBe(status);
    },
  );

  it('has answered where nobody can read what it says', async () => {
    const broken = new TypeError('x');
    expect(openedBy(device(true), await asServerSays(Promise.reject(broken))).refusal).toBe(broken);
  });

  it('has what it says', async () => {
    expect(await asServerSays(Promise.resolve(null))).toEqual({ draft: null });
    expect(openedBy(undefined, await asServerSays(Promise.resolve(server)))).toEqual({
      draft: chooseStart(undefined, server),
    });
  });
});
