import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import {
  DefinitionStore,
  UnitDirectory,
  createJournalActivities,
  createLedgerActivities,
  createLoadDefinitionActivities,
} from '@wuqing/activities';
import { OrganizationReader, StepLevels, UnitOfWork, systemActor } from '@wuqing/persistence';
import { createDataConverter } from '@wuqing/workflow-contracts/data-converter';
import { v7 as uuidv7 } from 'uuid';
import { WORKER_SETTINGS, type WorkerSettings } from '../settings.js';

const ACTOR = systemActor('worker');
const CONNECT_PAUSE_MS = 500;

/** Runs the Temporal workers inside the application context: started after it, drained before it goes down. */
@Injectable()
export class TemporalHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('temporal-host');
  private connection: NativeConnection | undefined;
  private worker: Worker | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Nest hears SIGTERM and drains; the runtime must not take the signal for itself.
    Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
    this.connection = await this.connect();
    this.worker = await Worker.create({
      connection: this.connection,
      namespace: this.settings.temporalNamespace,
      taskQueue: this.settings.processTaskQueue,
      workflowBundle: { codePath: fileURLToPath(new URL('../workflow-bundle.js', import.meta.url)) },
      activities: this.activities(),
      dataConverter: createDataConverter(this.settings.payloadKeys, this.settings.serviceKeys),
      maxCachedWorkflows: this.settings.maxCachedWorkflows,
      maxConcurrentLocalActivityExecutions: 32,
      shutdownGraceTime: '10s',
    });
    this.running = this.worker.run();
    this.running.catch((error: unknown) => this.die(error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
    await this.connection?.close();
  }

  /** The server may come up after us. */
  private async connect(): Promise<NativeConnection> {
    for (;;) {
      try {
        return await NativeConnection.connect({ address: this.settings.temporalAddress });
      } catch (error) {
        if (this.stopping) throw error;
        this.logger.warn(`Temporal does not answer at ${this.settings.temporalAddress} yet`);
        await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS));
      }
    }
  }

  private activities() {
    const definitions = new DefinitionStore(this.unitOfWork, ACTOR);
    const doors = { unitOfWork: this.unitOfWork, actor: ACTOR, definitions, now: () => Date.now() };
    const journal = createJournalActivities({
      ...doors,
      units: new UnitDirectory(this.unitOfWork, ACTOR),
      organization: new OrganizationReader(),
      levels: new StepLevels(),
      newId: () => uuidv7(),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
    });
    return { ...createLoadDefinitionActivities(doors), ...createLedgerActivities(doors), ...journal };
  }

  /** A worker that stopped by itself does nothing any more: end, so that the supervisor starts a new one. */
  private die(error: unknown): void {
    this.logger.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }
}
