import { createHash } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { fileStorageOf } from '@wuqing/file-storage';
import {
  UnitOfWork,
  fingerprintOf,
  openDatabase,
  payloadFingerprints,
  systemActor,
  type KeyFingerprint,
} from '@wuqing/persistence';
import { createDataConverter } from '@wuqing/workflow-contracts/data-converter';
import { DataSource } from 'typeorm';
import { CommandCourier } from './command-courier/command-courier.js';
import { EvidenceKeeper } from './evidence-keeper/evidence-keeper.js';
import { ClaimKeeper } from './claim-keeper/claim-keeper.js';
import { FileSweep } from './file-sweep/file-sweep.js';
import { FILE_STORAGE, WORKER_SETTINGS, type WorkerSettings } from './settings.js';
import { DeadlineWatch } from './deadline-watch/deadline-watch.js';
import { InboxKeeper } from './inbox-keeper/inbox-keeper.js';
import { Loops } from './loops.js';
import { LiveSweep } from './live-sweep/live-sweep.js';
import { MessageRouter } from './message-router/message-router.js';
import { OperatorWishes } from './operator-wishes/operator-wishes.js';
import { OutboxDelivery } from './outbox-delivery/outbox-delivery.js';
import { StartTimers } from './start-timers/start-timers.js';
import { TemporalHost } from './temporal-host/temporal-host.js';

const POOL_SIZE = 20;
const PATIENCE_MS = 18_000;

/** The worker's composition root. */
@Module({})
export class WorkerModule {
  /** `source` is open already: what keeps the worker from starting is said before there is an application. */
  static register(settings: WorkerSettings, source: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: WORKER_SETTINGS, useValue: settings },
        { provide: FILE_STORAGE, useFactory: () => fileStorageOf(settings.files) },
        { provide: DataSource, useValue: source },
        {
          provide: UnitOfWork,
          useFactory: (source: DataSource) => new UnitOfWork(source),
          inject: [DataSource],
        },
        {
          provide: CommandDispatch,
          useFactory: (unitOfWork: UnitOfWork) => dispatchOf(settings, unitOfWork),
          inject: [UnitOfWork],
        },
        Loops,
        TemporalHost,
        CommandCourier,
        MessageRouter,
        StartTimers,
        DeadlineWatch,
        OutboxDelivery,
        FileSweep,
        EvidenceKeeper,
        OperatorWishes,
        InboxKeeper,
        LiveSweep,
        ClaimKeeper,
      ],
    };
  }
}

/** Throws a sentence where the database is not as the worker needs it. */
export const openWorkersDatabase = ({
  databaseUrl,
  payloadKeys,
  serviceKeys,
}: WorkerSettings): Promise<DataSource> =>
  openDatabase(
    { url: databaseUrl, poolSize: POOL_SIZE, applicationName: 'wuqing-worker' },
    [...payloadFingerprints(payloadKeys.keys), ...serviceFingerprints(serviceKeys)],
    systemActor('worker'),
  );

const serviceFingerprints = (rings: WorkerSettings['serviceKeys']): KeyFingerprint[] =>
  Object.entries(rings).flatMap(([town, { keys }]) =>
    Object.entries(keys).map(([id, key]) => fingerprintOf(`service:${town}:${id}`, key)),
  );

function dispatchOf(settings: WorkerSettings, unitOfWork: UnitOfWork): CommandDispatch {
  const client = new Client({
    connection: Connection.lazy({ address: settings.temporalAddress }),
    namespace: settings.temporalNamespace,
    dataConverter: createDataConverter(settings.payloadKeys),
  });
  return new CommandDispatch(client, unitOfWork, systemActor('command-courier'), {
    patienceMs: PATIENCE_MS,
    updatesMax: settings.updatesMax,
    serviceAnswerWithinMs: settings.serviceAnswerWithinMs,
    taskQueue: settings.processTaskQueue,
    now: () => Date.now(),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  });
}
