import { chooseDraft, type ServerDraft } from './choose-draft.js';
import type { DeviceDraft } from './device-rows.js';

const content = (title: string) => ({ data: { title }, pastEntryReason: '', names: {} });
const device = (basedOn: number, isOnServer: boolean): DeviceDraft => ({
  personId: 'p',
  subject: 'task/t',
  content: content('本机'),
  basedOn,
  isOnServer,
  savedAt: '2026-11-29T01:00:00.000Z',
});
const server = (version: number, leftByName: string | null = null): ServerDraft => ({
  version,
  content: content('服务器'),
  savedAt: '2026-11-29T02:00:00.000Z',
  leftByName,
});

describe('what a form begins with', () => {
  it.each([
    ['nothing', undefined, null, undefined, 0, false],
    ['nothing, where the server cannot be asked', undefined, undefined, undefined, 0, false],
    ['the server’s on another device', undefined, server(3), '服务器', 3, false],
    ['what another left', undefined, server(0, '唐兴存'), '服务器', 0, false],
    ['its own, where the server cannot be asked', device(2, false), undefined, '本机', 2, false],
    ['its own, where the server has none any more', device(2, false), null, '本机', 2, false],
    ['its own, which goes on from the server’s', device(2, false), server(2), '本机', 2, false],
    ['its own, which the server has too', device(2, true), server(2), '本机', 2, false],
    [
      'the server’s, written elsewhere, where nothing here is only here',
      device(2, true),
      server(4),
      '服务器',
      4,
      false,
    ],
    ['its own, and asks, where both have gone on', device(2, false), server(4), '本机', 2, true],
    ['its own, where another left one besides', device(0, false), server(0, '唐兴存'), '本机', 0, false],
  ] as const)('%s', (_, here, there, title, basedOn, asks) => {
    const opened = chooseDraft(here, there);
    expect([opened.content?.data['title'], opened.basedOn, opened.elsewhere !== undefined]).toEqual([
      title,
      basedOn,
      asks,
    ]);
  });

  it('is its own where the server has what it was told from here, and the answer was lost', () => {
    const told = { ...device(2, false), sent: content('服务器') };
    expect(chooseDraft(told, server(3))).toMatchObject({ content: content('本机'), basedOn: 3 });
    expect(chooseDraft(told, server(3)).elsewhere).toBeUndefined();
    expect(chooseDraft({ ...told, sent: content('别的') }, server(3)).elsewhere).toBeDefined();
  });

  it('says who left it', () => expect(chooseDraft(undefined, server(0, '唐兴存')).leftByName).toBe('唐兴存'));
});
