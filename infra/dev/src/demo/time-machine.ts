import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { createDataSource, systemActor, UnitOfWork } from '@wuqing/persistence';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { bringToPresent, fastForward } from '../fast-forward/index.js';
import { ensureSecrets } from '../secrets.js';
import type { StartSettings } from '../start/settings.js';
import type { RunningProduct } from '../start/start-product.js';

export interface TimeMachine {
  /** Moves one case to `target`, epoch ms of its own time. */
  readonly fastForward: (caseId: string, target: number) => Promise<void>;
  /** Brings one case to the present, where it stays. */
  readonly bringToPresent: (caseId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The way around the API that moving a case through time needs: the product's own Temporal and database. */
export async function openTimeMachine(
  { namespace, secretsFile }: Pick<StartSettings, 'namespace' | 'secretsFile'>,
  { databaseUrl, temporalAddress }: Pick<RunningProduct, 'databaseUrl' | 'temporalAddress'>,
): Promise<TimeMachine> {
  const source = await createDataSource({
    url: databaseUrl,
    poolSize: 2,
    applicationName: 'wuqing-demo',
  }).initialize();
  const connection = await Connection.connect({ address: temporalAddress });
  const { payloadKeys } = ensureSecrets(secretsFile);
  const dataConverter = createDataConverter(keyRingFrom(JSON.stringify(payloadKeys)));
  const dependencies = {
    client: new Client({ connection, namespace, dataConverter }),
    unitOfWork: new UnitOfWork(source),
    actor: systemActor('demo'),
    now: () => Date.now(),
    pause: async (ms: number) => void (await pause(ms)),
  };
  return {
    fastForward: (caseId, target) => fastForward(dependencies, caseId, target),
    bringToPresent: (caseId) => bringToPresent(dependencies, caseId),
    async close() {
      await connection.close();
      await source.destroy();
    },
  };
}
