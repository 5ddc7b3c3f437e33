import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Takes, VARIABLES_BODY } from '../http/body-bounds.js';
import type { Page } from '../http/page.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { DecideLedgerEditHandler } from './decide-ledger-edit.handler.js';
import { DecideLedgerEditDto, LedgerEditFilterDto, ProposeLedgerEditDto } from './dto/ledger-edit.dto.js';
import { LedgerEditPageView, LedgerEditView } from './dto/ledger-edit.view.js';
import { ListLedgerEditsQuery } from './list-ledger-edits.query.js';
import { ProposeLedgerEditHandler } from './propose-ledger-edit.handler.js';

@ApiTags('ledgers')
@Controller('api')
export class LedgerEditsController {
  constructor(
    private readonly listEdits: ListLedgerEditsQuery,
    private readonly proposeEdit: ProposeLedgerEditHandler,
    private readonly decideEdit: DecideLedgerEditHandler,
  ) {}

  @Get('ledgers/:key/edits')
  @Action('ledger-edit.read')
  @ApiOkResponse({ type: LedgerEditPageView })
  list(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Query() filter: LedgerEditFilterDto,
  ): Promise<Page<LedgerEditView>> {
    return this.listEdits.execute(caller, key, filter);
  }

  @Post('ledgers/:key/edits')
  @Takes(VARIABLES_BODY)
  @Action('ledger.edit')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: LedgerEditView })
  propose(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: ProposeLedgerEditDto,
  ): Promise<LedgerEditView> {
    return this.proposeEdit.execute(caller, key, idempotencyKey, body);
  }

  @Post('ledger-edits/:id/decision')
  @Action('ledger-edit.decide')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: LedgerEditView })
  decide(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: DecideLedgerEditDto,
  ): Promise<LedgerEditView> {
    return this.decideEdit.execute(caller, id, idempotencyKey, body);
  }
}
