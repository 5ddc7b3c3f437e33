import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { WrongOffset, type FileStorage } from '@wuqing/file-storage';
import type { StoredFileRow } from '@wuqing/persistence';

/** Writes that are not at their end: who goes on with an upload waits for whoever was cut off before him. */
export type Writing = Map<string, Promise<unknown>>;

/** One announced upload, as the tus server knows it. */
export class ReceivedStore extends DataStore {
  override extensions = ['termination'];

  constructor(
    private readonly storage: FileStorage,
    private readonly row: StoredFileRow,
    private readonly writing: Writing,
  ) {
    super();
  }

  override async getUpload(id: string): Promise<Upload> {
    await this.writing.get(id);
    const { state, declaredBytes: size } = this.row;
    return new Upload({ id, size, offset: state === 'receiving' ? await this.storage.received(id) : size });
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    const written = this.storage.receive(id, offset, stream);
    const over = written.then(
      () => undefined,
      () => undefined,
    );
    this.writing.set(id, over);
    void over.then(() => this.writing.get(id) === over && this.writing.delete(id));
    return written.catch((error: unknown) => {
      throw error instanceof WrongOffset ? ERRORS.INVALID_OFFSET : error;
    });
  }
}
