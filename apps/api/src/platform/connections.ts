import type { OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { CommandDispatch } from '@wuqing/command-dispatch';
import {
  FactsUnitOfWork,
  ChangeSignal,
  UnitOfWork,
  askLateWorkflowChecks,
  createDataSource,
  fingerprintOf,
  identityFingerprints,
  openDatabase,
  payloadFingerprints,
  systemActor,
  type KeyFingerprint,
} from '@wuqing/persistence';
import { createDataConverter } from '@wuqing/workflow-contracts/data-converter';
import { sha256 } from './fingerprint.js';
import type { ApiSettings } from '../settings.js';

const POOL_SIZE = 20;
const FACTS_POOL_SIZE = 4;
/** How long a caller waits for the workflow before the command is left to the courier. */
const PATIENCE_MS = 8_000;

const fingerprintsOf = ({ payloadKeys, identityKeys, sessionSecret }: ApiSettings): KeyFingerprint[] => [
  ...payloadFingerprints(payloadKeys.keys),
  ...identityFingerprints(identityKeys.master, identityKeys.search),
  ...(sessionSecret === undefined ? [] : [fingerprintOf('session', sessionSecret)]),
];

/** PostgreSQL and Temporal, as this process holds them. */
export class Connections implements OnApplicationShutdown {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly facts: FactsUnitOfWork,
    readonly dispatch: Pick<CommandDispatch, 'send'>,
    readonly signal: Pick<ChangeSignal, 'start' | 'stop'>,
    private readonly close: () => Promise<void>,
  ) {}

  /** Throws a sentence where the database is away or has an older schema; Temporal may be away. */
  static async open(settings: ApiSettings): Promise<Connections> {
    const actor = systemActor('api');
    const source = await openDatabase(
      { url: settings.databaseUrl, poolSize: POOL_SIZE, applicationName: 'wuqing-api' },
      fingerprintsOf(settings),
      actor,
    );
    const unitOfWork = new UnitOfWork(source);
    const wish = { actorId: actor.id, reason: 'the API has started', now: Date.now() };
    await unitOfWork.run(actor, (work) => askLateWorkflowChecks(work, wish));
    const factsSource = await createDataSource({
      url: settings.databaseUrl,
      poolSize: FACTS_POOL_SIZE,
      applicationName: 'wuqing-api-facts',
    }).initialize();
    const connection = Connection.lazy({ address: settings.temporalAddress });
    const client = new Client({
      connection,
      namespace: settings.temporalNamespace,
      dataConverter: createDataConverter(settings.payloadKeys),
    });
    const dispatch = new CommandDispatch(client, unitOfWork, actor, {
      patienceMs: PATIENCE_MS,
      updatesMax: settings.updatesMax,
      serviceAnswerWithinMs: settings.serviceAnswerWithinMs,
      taskQueue: settings.processTaskQueue,
      now: () => Date.now(),
      sha256,
    });
    const signal = new ChangeSignal(settings.databaseUrl, 'wuqing-api-live');
    return new Connections(unitOfWork, new FactsUnitOfWork(factsSource), dispatch, signal, async () => {
      await Promise.all([connection.close(), signal.stop()]);
      await Promise.all([source.destroy(), factsSource.destroy()]);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
