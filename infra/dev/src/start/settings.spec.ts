import { startSettings } from './settings.js';

describe('what the environment decides', () => {
  it.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', WUQING_DEMO: '1' }, false],
    [{ DATABASE_URL: 'postgres://u:p@db/wuqing' }, false],
    [{ DATABASE_URL: 'postgres://u:p@db/wuqing', WUQING_DEMO: '1' }, true],
    [{ WUQING_DEMO: '0' }, false],
  ])('%j: demo %s', (env: NodeJS.ProcessEnv, demo) => {
    expect(startSettings(env, '/data').demo).toBe(demo);
  });

  it('keeps everything of the checkout in one folder and the rest in the cache', () => {
    const settings = startSettings({ XDG_CACHE_HOME: '/cache' }, '/data');
    expect(settings).toMatchObject({
      cache: '/cache/wuqing',
      postgresFolder: '/data/postgres',
      secretsFile: '/data/secrets.json',
      databaseUrl: null,
      temporalAddress: null,
      namespace: 'wuqing',
      wishedPort: 3000,
    });
  });
});
