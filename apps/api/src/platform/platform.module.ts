import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CommandDispatch } from '@wuqing/command-dispatch';
import type { Press } from '@wuqing/paper';
import { FactsUnitOfWork, UnitOfWork } from '@wuqing/persistence';
import { CallerReader } from '../access/caller-reader.js';
import { TokenReader } from '../access/token-reader.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { RequestLimiter } from '../http/request-limiter.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { Clock } from './clock.js';
import { DefinitionStore } from './definition-store.js';
import { fileStorageOf, virusCheckOf } from '@wuqing/file-storage';
import { FILE_STORAGE, VIRUS_CHECK } from '../files/files.tokens.js';
import { Connections } from './connections.js';
import { MachineClock } from './machine-clock.js';
import { PersonNames } from './person-names.js';
import { PAPER_PRESS } from './platform.tokens.js';
import { TermFromNow } from './term-from-now.js';

export interface PlatformDoors {
  readonly settings: ApiSettings;
  readonly connections: Connections;
  readonly now: () => number;
  readonly press: Press;
}

/** What every resource stands on: database, Temporal, time, organization, definitions. */
@Global()
@Module({})
export class PlatformModule {
  static register({ settings, connections, now, press }: PlatformDoors): DynamicModule {
    const providers = [
      { provide: API_SETTINGS, useValue: settings },
      { provide: Clock, useValue: new Clock(now) },
      { provide: Connections, useValue: connections },
      { provide: PAPER_PRESS, useValue: press },
      { provide: UnitOfWork, useValue: connections.unitOfWork },
      { provide: FactsUnitOfWork, useValue: connections.facts },
      { provide: CommandDispatch, useValue: connections.dispatch },
      { provide: FILE_STORAGE, useValue: fileStorageOf(settings.files) },
      { provide: VIRUS_CHECK, useValue: virusCheckOf(settings.files) },
      UnitDirectory,
      CallerReader,
      TokenReader,
      DefinitionStore,
      MachineClock,
      PersonNames,
      TermFromNow,
      { provide: RequestLimiter, useValue: new RequestLimiter(settings.budgets) },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
