import { Module } from '@nestjs/common';
import { DraftUrgesQuery } from './draft-urges.query.js';
import { ListEndedCasesQuery } from './list-ended-cases.query.js';
import { ListUrgesQuery } from './list-urges.query.js';
import { ListWatchedCasesQuery } from './list-watched-cases.query.js';
import { CommandsModule } from '../commands/commands.module.js';
import { Choosable } from '../user-tasks/choices/choosable.js';
import { DraftOrderQuery } from './orders/draft-order.query.js';
import { IssueOrderHandler } from './orders/issue-order.handler.js';
import { ListOrdersQuery } from './orders/list-orders.query.js';
import { OrdersController } from './orders/orders.controller.js';
import { ReadOrderQuery } from './orders/read-order.query.js';
import { ReadFiguresQuery } from './read-figures.query.js';
import { ReadUnitQuery } from './read-unit.query.js';
import { ReadUrgesHandler } from './read-urges.handler.js';
import { SendUrgesHandler } from './send-urges.handler.js';
import { SupervisionController } from './supervision.controller.js';
import { UnitSupervision } from './unit-supervision.js';
import { UrgePlanner } from './urge-planner.js';
import { UrgesController } from './urges.controller.js';

@Module({
  imports: [CommandsModule],
  controllers: [SupervisionController, UrgesController, OrdersController],
  providers: [
    ReadFiguresQuery,
    ReadUnitQuery,
    UnitSupervision,
    ListWatchedCasesQuery,
    ListEndedCasesQuery,
    UrgePlanner,
    DraftUrgesQuery,
    SendUrgesHandler,
    ListUrgesQuery,
    ReadUrgesHandler,
    Choosable,
    DraftOrderQuery,
    IssueOrderHandler,
    ListOrdersQuery,
    ReadOrderQuery,
  ],
  exports: [ReadFiguresQuery, ListWatchedCasesQuery, ListEndedCasesQuery],
})
export class SupervisionModule {}
