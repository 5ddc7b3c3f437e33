import type { LiveChangesView } from './dto/live.view.js';

/** Blocks of a stream of server-sent events; a browser remembers the last `id` and sends it when it comes again. */
export const changesFrame = (view: LiveChangesView): string => frame('changes', view, view.cursor);

/** Nothing has changed up to here: the line is alive. */
export const beatFrame = (cursor: string): string => frame('beat', {}, cursor);

/** The session has ended: coming again is of no use. */
export const endFrame = (): string => frame('end', {});

const frame = (event: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
