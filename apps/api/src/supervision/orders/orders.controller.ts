import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import type { Settled } from '../../commands/command-answer.js';
import { CommandAnswerView, PendingView } from '../../commands/dto/command.view.js';
import type { Page } from '../../http/page.js';
import { Spends } from '../../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../../http/validated.js';
import { DraftOrderQuery } from './draft-order.query.js';
import { DraftOrderDto, IssueOrderDto, OrderFilterDto } from './dto/order.dto.js';
import { OrderDetailView, OrderDraftView, OrderPageView, OrderView } from './dto/order.view.js';
import { IssueOrderHandler } from './issue-order.handler.js';
import { ListOrdersQuery } from './list-orders.query.js';
import { ReadOrderQuery } from './read-order.query.js';

@ApiTags('supervision')
@Controller('api/supervision')
export class OrdersController {
  constructor(
    private readonly listOrders: ListOrdersQuery,
    private readonly issueOrder: IssueOrderHandler,
    private readonly readOrder: ReadOrderQuery,
    private readonly draftOrder: DraftOrderQuery,
  ) {}

  @Get('orders')
  @Action('case.read')
  @ApiOkResponse({ type: OrderPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: OrderFilterDto): Promise<Page<OrderView>> {
    return this.listOrders.execute(caller, filter);
  }

  @Post('orders')
  @Spends('start')
  @Action('supervision-order.issue')
  @HttpCode(201)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  issue(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: IssueOrderDto,
  ): Promise<Settled> {
    return this.issueOrder.execute(caller, key, body);
  }

  @Post('order-drafts')
  @ApiNotFoundResponse()
  @Action('supervision-order.issue')
  @HttpCode(200)
  @ApiOkResponse({ type: OrderDraftView })
  draft(@CurrentCaller() caller: Caller, @Body() body: DraftOrderDto): Promise<OrderDraftView> {
    return this.draftOrder.execute(caller, body);
  }

  @Get('orders/:id')
  @Action('case.read')
  @ApiOkResponse({ type: OrderDetailView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<OrderDetailView> {
    return this.readOrder.execute(caller, id);
  }
}
