/**
 * Where the bytes of files lie, and who looks through them for viruses.
 *
 * `FileStorage` is the port: a folder of this machine by default (`local-folder.ts`), any S3 service by setting
 * (`s3-storage.ts`). What arrives piece by piece is kept apart under the upload's id until it is whole, and survives a kill
 * at any byte. `VirusCheck` is the other port: nobody looks by default, ClamAV's clamd by setting.
 *
 * It must never know whose a file is, what it is called or who may read it, and never change a file that it keeps.
 * Begin with `file-storage.ts`.
 */
export * from './content-hash.js';
export * from './file-storage.js';
export * from './local-folder.js';
export * from './s3-storage.js';
export * from './storage-settings.js';
export * from './virus-check.js';
export * from './clamd-check.js';
