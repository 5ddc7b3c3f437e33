import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import { UuidParam } from '../http/validated.js';
import { AuditView, DiagramView, TimelineView } from './dto/case-history.view.js';
import { CaseOverviewView, CasePapersView } from './dto/case-overview.view.js';
import { MigrationPlanDto, MigrationPlanView } from './dto/migration.dto.js';
import { PlanMigrationQuery } from './plan-migration.query.js';
import { ReadAuditQuery } from './read-audit.query.js';
import { ReadDiagramQuery } from './read-diagram.query.js';
import { ReadOverviewQuery } from './read-overview.query.js';
import { ReadPapersQuery } from './read-papers.query.js';
import { ReadTimelineQuery } from './read-timeline.query.js';

@ApiTags('cases')
@Controller('api/cases/:id')
export class CaseHistoryController {
  constructor(
    private readonly readTimeline: ReadTimelineQuery,
    private readonly readDiagram: ReadDiagramQuery,
    private readonly readAudit: ReadAuditQuery,
    private readonly readOverview: ReadOverviewQuery,
    private readonly readPapers: ReadPapersQuery,
    private readonly plan: PlanMigrationQuery,
  ) {}

  @Get('timeline')
  @Action('case.read')
  @ApiOkResponse({ type: TimelineView })
  timeline(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<TimelineView> {
    return this.readTimeline.execute(caller, id);
  }

  @Get('diagram')
  @Action('case.read')
  @ApiOkResponse({ type: DiagramView })
  diagram(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<DiagramView> {
    return this.readDiagram.execute(caller, id);
  }

  @Get('overview')
  @Action('case.read')
  @ApiOkResponse({ type: CaseOverviewView })
  overview(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CaseOverviewView> {
    return this.readOverview.execute(caller, id);
  }

  @Get('papers')
  @Action('case.read')
  @ApiOkResponse({ type: CasePapersView })
  papers(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CasePapersView> {
    return this.readPapers.execute(caller, id);
  }

  @Get('audit')
  @Action('audit.read')
  @ApiOkResponse({ type: AuditView })
  audit(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<AuditView> {
    return this.readAudit.execute(caller, id);
  }

  @Post('migration-plan')
  @Takes(VARIABLES_BODY)
  @Action('case.migrate')
  @HttpCode(200)
  @ApiOkResponse({ type: MigrationPlanView })
  planMigration(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: MigrationPlanDto,
  ): Promise<MigrationPlanView> {
    return this.plan.execute(caller, id, body);
  }
}
