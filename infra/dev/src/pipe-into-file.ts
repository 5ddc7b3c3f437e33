import { open } from 'node:fs/promises';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where the bytes come from: `through` stands between the source and the file. */
export interface PipedFile {
  readonly from: AsyncIterable<string | Uint8Array>;
  readonly through?: Transform;
  readonly mode?: number;
}

/** Writes a file; it is closed when this returns, also where it fails: what is half written can be taken away. */
export async function pipeIntoFile(file: string, { from, through, mode = 0o666 }: PipedFile): Promise<void> {
  const handle = await open(file, 'w', mode);
  const sink = handle.createWriteStream();
  const closed = new Promise<void>((resolve) => sink.once('close', resolve));
  try {
    await (through ? pipeline(from, through, sink) : pipeline(from, sink));
  } finally {
    await closed;
  }
}
