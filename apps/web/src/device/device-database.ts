import { Dexie, type Table } from 'dexie';
import type { DeviceDraft, DeviceFile, QueuedSubmission } from './device-rows.js';

/** What this browser keeps for whoever uses it, each row under its person; other persons are shown none of it. */
class DeviceDatabase extends Dexie {
  drafts!: Table<DeviceDraft, [string, string]>;
  files!: Table<DeviceFile, string>;
  submissions!: Table<QueuedSubmission, string>;

  constructor() {
    super('wuqing');
    this.version(1).stores({
      drafts: '[personId+subject]',
      files: 'id, [personId+taskId]',
      submissions: 'id, personId',
    });
  }
}

export const database = new DeviceDatabase();
