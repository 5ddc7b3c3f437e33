import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AskedInterceptor } from './access/asked.interceptor.js';
import { EntranceGuard } from './access/entrance.guard.js';
import { AlertsModule } from './alerts/alerts.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { CirclesModule } from './circles/circles.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { CopiesModule } from './copies/copies.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { HealthModule } from './health/health.module.js';
import { FilesModule } from './files/files.module.js';
import { LimitGuard } from './access/limit.guard.js';
import { AccessTokensModule } from './access-tokens/access-tokens.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { BodyGuard } from './http/body.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ReplyInterceptor } from './http/reply.js';
import { createValidationPipe } from './http/validated.js';
import { InboxModule } from './inbox/inbox.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { LedgersModule } from './ledgers/ledgers.module.js';
import { LettersModule } from './letters/letters.module.js';
import { SlipsModule } from './slips/slips.module.js';
import { LiveModule } from './live/live.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { MigrationsModule } from './migrations/migrations.module.js';
import { ClockGuard } from './platform/clock.guard.js';
import { PlatformModule, type PlatformDoors } from './platform/platform.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { ProcessesModule } from './processes/processes.module.js';
import { PublicPagesModule } from './public-pages/public-pages.module.js';
import { RecordingInterceptor } from './security-log/recording.interceptor.js';
import { SecondFactorModule } from './second-factor/second-factor.module.js';
import { SecurityLogModule } from './security-log/security-log.module.js';
import { SessionModule } from './session/session.module.js';
import { SetAsidesModule } from './set-asides/set-asides.module.js';
import { SignalsModule } from './signals/signals.module.js';
import { InspectionModule } from './inspection/inspection.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { UserTasksModule } from './user-tasks/user-tasks.module.js';
import { VisibilityModule } from './visibility/visibility.module.js';
import { WorkflowChecksModule } from './workflow-checks/workflow-checks.module.js';

/** Every resource; a new one is named here. */
export const resourceModules = [
  SessionModule,
  SecondFactorModule,
  AccountsModule,
  AccessTokensModule,
  OrganizationModule,
  ProcessesModule,
  DecisionsModule,
  CasesModule,
  UserTasksModule,
  FilesModule,
  InboxModule,
  CirclesModule,
  CommentsModule,
  CopiesModule,
  DraftsModule,
  DossiersModule,
  ExportsModule,
  CommandsModule,
  MessagesModule,
  SignalsModule,
  DeadlinesModule,
  AlertsModule,
  NotificationsModule,
  LiveModule,
  SupervisionModule,
  InspectionModule,
  LedgersModule,
  SlipsModule,
  LettersModule,
  IncidentsModule,
  SetAsidesModule,
  WorkflowChecksModule,
  MigrationsModule,
  PublicPagesModule,
  SecurityLogModule,
  HealthModule,
];

/** The API's composition root. */
@Module({})
export class ApiModule {
  static register(doors: PlatformDoors): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.register(doors), VisibilityModule, ...resourceModules],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: EntranceGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        { provide: APP_GUARD, useClass: BodyGuard },
        { provide: APP_GUARD, useClass: ClockGuard },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AskedInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RecordingInterceptor },
        { provide: APP_PIPE, useFactory: createValidationPipe },
      ],
    };
  }
}
