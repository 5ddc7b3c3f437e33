import { canonicalJson } from '@wuqing/kernel';
import type { DeviceDraft, DraftContent } from './device-rows.js';

/** As the server has it. */
export interface ServerDraft {
  /** 0 where another person left it. */
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: string;
  readonly leftByName: string | null;
}

/** What a form begins with. */
export interface OpenedDraft {
  readonly content: DraftContent | undefined;
  /** The version of the server's draft that is gone on from. */
  readonly basedOn: number;
  readonly savedAt?: string;
  /** What the server was last told from here. */
  readonly sent?: DraftContent;
  readonly isOnServer: boolean;
  /** Who left it, where it is another's. */
  readonly leftByName?: string;
  /** Written elsewhere meanwhile, and other than this one: the person decides. */
  readonly elsewhere?: ServerDraft;
}

const NONE: OpenedDraft = { content: undefined, basedOn: 0, isOnServer: false };

const fromServer = ({ version, content, savedAt, leftByName }: ServerDraft): OpenedDraft => ({
  content,
  basedOn: version,
  savedAt,
  isOnServer: leftByName === null,
  ...(leftByName !== null && { leftByName }),
});

/** Whether the server's draft is what it was told from here. */
export const isSaid = ({ content, leftByName }: ServerDraft, sent: DraftContent | undefined): boolean =>
  leftByName === null && sent !== undefined && canonicalJson(content) === canonicalJson(sent);

/**
 * Of what this device and the server have, what the form begins with. What was written here and is not on the server is never
 * given up without asking. `server` is null where there is none, undefined where it could not be asked.
 */
export function chooseDraft(
  device: DeviceDraft | undefined,
  server: ServerDraft | null | undefined,
): OpenedDraft {
  if (!device) return server ? fromServer(server) : NONE;
  const own: OpenedDraft = {
    content: device.content,
    basedOn: device.basedOn,
    savedAt: device.savedAt,
    isOnServer: device.isOnServer,
    ...(device.sent && { sent: device.sent }),
  };
  if (!server || server.leftByName !== null || server.version === device.basedOn) return own;
  if (device.isOnServer) return fromServer(server);
  // Heard of, although the answer never came: the tab was killed, or the line was cut.
  if (isSaid(server, device.sent)) return { ...own, basedOn: server.version };
  return { ...own, elsewhere: server };
}
