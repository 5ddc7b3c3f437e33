import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Takes, VARIABLES_BODY } from '../http/body-bounds.js';
import type { Page } from '../http/page.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { SendSlipDto, SlipFilterDto } from './dto/slip.dto.js';
import {
  SlipContentView,
  SlipKindListView,
  SlipLookListView,
  SlipPageView,
  SlipView,
} from './dto/slip.view.js';
import { ListSlipKindsQuery } from './list-slip-kinds.query.js';
import { ListSlipLooksQuery } from './list-slip-looks.query.js';
import { ListSlipsQuery } from './list-slips.query.js';
import { OpenSlipHandler } from './open-slip.handler.js';
import { ReceiveSlipHandler } from './receive-slip.handler.js';
import { SendSlipHandler } from './send-slip.handler.js';
import { SlipViews } from './slip-views.js';

@ApiTags('slips')
@Controller('api')
export class SlipsController {
  constructor(
    private readonly listSlips: ListSlipsQuery,
    private readonly listKinds: ListSlipKindsQuery,
    private readonly listLooks: ListSlipLooksQuery,
    private readonly sendSlip: SendSlipHandler,
    private readonly receiveSlip: ReceiveSlipHandler,
    private readonly openSlip: OpenSlipHandler,
    private readonly views: SlipViews,
  ) {}

  @Get('slip-kinds')
  @Action('slip.send')
  @ApiOkResponse({ type: SlipKindListView })
  kinds(@CurrentCaller() caller: Caller): Promise<SlipKindListView> {
    return this.listKinds.execute(caller);
  }

  @Get('slips')
  @Action('slip.read')
  @ApiOkResponse({ type: SlipPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: SlipFilterDto): Promise<Page<SlipView>> {
    return this.listSlips.execute(caller, filter);
  }

  @Post('slips')
  @Takes(VARIABLES_BODY)
  @Action('slip.send')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: SlipView })
  async send(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: SendSlipDto,
  ): Promise<SlipView> {
    return this.views.one(caller, await this.sendSlip.execute(caller, key, body));
  }

  @Post('slips/:id/receipt')
  @Action('slip.receive')
  @HttpCode(200)
  @ApiOkResponse({ type: SlipView })
  async receive(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<SlipView> {
    return this.views.one(caller, await this.receiveSlip.execute(caller, id));
  }

  @Post('slips/:id/opening')
  @Action('slip.receive')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: SlipContentView })
  open(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
  ): Promise<SlipContentView> {
    return this.openSlip.execute(caller, id, key);
  }

  @Get('slips/:id/looks')
  @Action('slip.receive')
  @ApiOkResponse({ type: SlipLookListView })
  looks(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<SlipLookListView> {
    return this.listLooks.execute(caller, id);
  }
}
