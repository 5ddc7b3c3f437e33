import { fileSettingsFrom } from './storage-settings.js';

const S3 = {
  WUQING_S3_ENDPOINT: 'http://127.0.0.1:9000',
  WUQING_S3_BUCKET: 'wuqing',
  WUQING_S3_ACCESS_KEY: 'a',
  WUQING_S3_SECRET_KEY: 'b',
};

it('puts files into a folder below the product, nobody looks through them, and they may have 100 MB', () =>
  expect(fileSettingsFrom({})).toEqual({ place: { folder: '.data/files' }, bytesMax: 104_857_600 }));

it('takes any S3 service, a clamd and another limit', () =>
  expect(fileSettingsFrom({ ...S3, WUQING_CLAMD: 'clamd.local:3310', WUQING_FILE_MB_MAX: '20' })).toEqual({
    place: {
      endpoint: 'http://127.0.0.1:9000',
      region: 'us-east-1',
      bucket: 'wuqing',
      accessKeyId: 'a',
      secretAccessKey: 'b',
    },
    clamd: { host: 'clamd.local', port: 3_310 },
    bytesMax: 20_971_520,
  }));

it.each<[NodeJS.ProcessEnv, string]>([
  [{ ...S3, WUQING_FILES_FOLDER: '/x' }, 'found both'],
  [{ ...S3, WUQING_S3_BUCKET: '' }, 'WUQING_S3_BUCKET'],
  [{ ...S3, WUQING_S3_ENDPOINT: 'minio' }, 'Expected an address'],
  [{ WUQING_CLAMD: 'clamd' }, 'Expected host:port'],
  [{ WUQING_CLAMD: 'clamd:99999' }, 'Expected host:port'],
  [{ WUQING_FILE_MB_MAX: '0' }, 'Expected a whole number'],
  [{ WUQING_FILE_MB_MAX: 'x' }, 'Expected a whole number'],
])('refuses %j: %s', (env, said) => expect(() => fileSettingsFrom(env)).toThrow(said));
