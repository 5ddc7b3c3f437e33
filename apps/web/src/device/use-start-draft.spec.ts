import { chooseStart, startWordsIn } from './use-start-draft.js';

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
