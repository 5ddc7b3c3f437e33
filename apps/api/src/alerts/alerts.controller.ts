import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { UuidParam } from '../http/validated.js';
import { AcknowledgeAlertHandler } from './acknowledge-alert.handler.js';
import { AlertFilterDto } from './dto/alert-filter.dto.js';
import { AlertPageView, AlertView } from './dto/alert.view.js';
import { ListAlertsQuery } from './list-alerts.query.js';

@ApiTags('alerts')
@Controller('api/alerts')
export class AlertsController {
  constructor(
    private readonly listAlerts: ListAlertsQuery,
    private readonly acknowledgeAlert: AcknowledgeAlertHandler,
  ) {}

  @Get()
  @Action('alert.read')
  @ApiOkResponse({ type: AlertPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: AlertFilterDto): Promise<Page<AlertView>> {
    return this.listAlerts.execute(caller, filter);
  }

  @Post(':id/acknowledgement')
  @Action('alert.acknowledge')
  @HttpCode(200)
  @ApiOkResponse({ type: AlertView })
  acknowledge(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<AlertView> {
    return this.acknowledgeAlert.execute(caller, id);
  }
}
