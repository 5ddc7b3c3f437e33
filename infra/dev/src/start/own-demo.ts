import { startSettings, type StartSettings } from './settings.js';

/** A demo with servers, data and port of its own, whatever product runs or is named beside it. */
export function ownDemoSettings(env: NodeJS.ProcessEnv, folder: string, port: number): StartSettings {
  const { DATABASE_URL: _url, TEMPORAL_ADDRESS: _address, NODE_ENV: _mode, ...rest } = env;
  return { ...startSettings({ ...rest, WUQING_DEMO: '1' }, folder), wishedPort: port };
}
