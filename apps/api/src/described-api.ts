import type { CommandDispatch } from '@wuqing/command-dispatch';
import type { ChangeSignal, FactsUnitOfWork, UnitOfWork } from '@wuqing/persistence';
import { createApi } from './create-api.js';
import { documentOf } from './openapi-document.js';
import { Connections } from './platform/connections.js';
import type { ApiSettings } from './settings.js';

/** Describing touches neither database nor Temporal. */
const refuse = (): never => {
  throw new Error('Expected no connection to be used while the API is described');
};
const unused = { run: refuse, look: refuse, send: refuse, start: refuse, stop: () => Promise.resolve() };

const settings: ApiSettings = {
  databaseUrl: '',
  temporalAddress: '',
  temporalNamespace: '',
  payloadKeys: { current: '', keys: {} },
  identityKeys: { master: { current: '', keys: {} }, search: Buffer.alloc(32) },
  files: { place: { folder: '' }, bytesMax: 1 },
  host: '',
  port: 0,
  demo: false,
};

/** The OpenAPI document as committed: JSON text, made without any server. */
export async function describedApi(): Promise<string> {
  const connections = new Connections(
    unused as unknown as UnitOfWork,
    unused as unknown as FactsUnitOfWork,
    unused as unknown as CommandDispatch,
    unused as unknown as ChangeSignal,
    async () => undefined,
  );
  const app = await createApi({ settings, connections, logger: false });
  try {
    return `${JSON.stringify(documentOf(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
