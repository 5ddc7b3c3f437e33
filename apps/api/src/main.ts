import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileStorageOf, virusCheckOf } from '@wuqing/file-storage';
import { PaperPress } from '@wuqing/paper';
import { createApi } from './create-api.js';
import { readSettings } from './settings.js';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

try {
  const settings = {
    ...readSettings(process.env),
    ...(existsSync(`${built}/index.html`) ? { webFolder: built } : {}),
  };
  const press = new PaperPress();
  const app = await createApi({ settings, press });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(settings.port, settings.host);
  const address = app.getHttpServer().address() as { port: number };
  console.log(
    `files: ${fileStorageOf(settings.files).description}; virus check: ${virusCheckOf(settings.files).description}`,
  );
  console.log(`api ready ${address.port}`);
  // The first paper of the day is asked for by somebody who waits.
  if (!settings.pressOnDemand)
    press.begin().catch((error: unknown) => console.error(`The press did not begin: ${String(error)}`));
} catch (error) {
  // Whoever runs it can mend it: a sentence is what he needs.
  console.error(`The API does not start: ${(error as Error).message}`);
  process.exit(1);
}
