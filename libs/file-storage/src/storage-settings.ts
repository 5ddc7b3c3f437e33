import type { FileStorage } from './file-storage.js';
import { LocalFolder } from './local-folder.js';
import { S3Storage, type S3Settings } from './s3-storage.js';
import { ClamdCheck } from './clamd-check.js';
import { nobodyLooks, type VirusCheck } from './virus-check.js';

const MB = 1_048_576;
/** Below the folder from which the product is run. */
const USUAL_FOLDER = '.data/files';
const MEGABYTES_MAX = 2_000;

export interface FileSettings {
  readonly place: { readonly folder: string } | S3Settings;
  /** Host and port of clamd; nobody looks where it is absent. */
  readonly clamd?: { readonly host: string; readonly port: number };
  /** Of one file, whatever a form says. */
  readonly bytesMax: number;
}

/**
 * Reads `WUQING_FILES_FOLDER`, or `WUQING_S3_ENDPOINT`, `_BUCKET`, `_REGION`, `_ACCESS_KEY`, `_SECRET_KEY`; `WUQING_CLAMD`
 * (`host:port`) and `WUQING_FILE_MB_MAX`. Throws a sentence that names what is missing or cannot be.
 */
export function fileSettingsFrom(env: NodeJS.ProcessEnv): FileSettings {
  const clamd = clamdFrom(env['WUQING_CLAMD']);
  return {
    place: placeFrom(env),
    ...(clamd && { clamd }),
    bytesMax: megabytesFrom(env['WUQING_FILE_MB_MAX']) * MB,
  };
}

function placeFrom(env: NodeJS.ProcessEnv): FileSettings['place'] {
  const endpoint = env['WUQING_S3_ENDPOINT'];
  if (!endpoint) return { folder: env['WUQING_FILES_FOLDER'] || USUAL_FOLDER };
  if (env['WUQING_FILES_FOLDER'])
    throw new Error('Expected WUQING_FILES_FOLDER or WUQING_S3_ENDPOINT, found both');
  if (!/^https?:\/\//.test(endpoint))
    throw new Error(`Expected an address in WUQING_S3_ENDPOINT, found ${endpoint}`);
  return {
    endpoint,
    region: env['WUQING_S3_REGION'] || 'us-east-1',
    bucket: expected(env, 'WUQING_S3_BUCKET'),
    accessKeyId: expected(env, 'WUQING_S3_ACCESS_KEY'),
    secretAccessKey: expected(env, 'WUQING_S3_SECRET_KEY'),
  };
}

function expected(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Expected the environment variable ${name} beside WUQING_S3_ENDPOINT`);
  return value;
}

function clamdFrom(text: string | undefined): FileSettings['clamd'] {
  if (!text) return undefined;
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw new Error(`Expected host:port in WUQING_CLAMD, found ${text}`);
  return { host, port: Number(port) };
}

function megabytesFrom(text: string | undefined): number {
  const megabytes = text ? Number(text) : 100;
  if (!Number.isInteger(megabytes) || megabytes < 1 || megabytes > MEGABYTES_MAX)
    throw new Error(
      `Expected a whole number from 1 to ${MEGABYTES_MAX} in WUQING_FILE_MB_MAX, found ${text}`,
    );
  return megabytes;
}

export const fileStorageOf = ({ place }: FileSettings): FileStorage =>
  'folder' in place ? new LocalFolder(place.folder) : new S3Storage(place);

export const virusCheckOf = ({ clamd }: FileSettings): VirusCheck =>
  clamd ? new ClamdCheck(clamd) : nobodyLooks;
