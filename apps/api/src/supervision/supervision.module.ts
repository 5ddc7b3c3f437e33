import { Module } from '@nestjs/common';
import { DraftUrgesQuery } from './draft-urges.query.js';
import { ListEndedCasesQuery } from './list-ended-cases.query.js';
import { ListUrgesQuery } from './list-urges.query.js';
import { ListWatchedCasesQuery } from './list-watched-cases.query.js';
import { ReadFiguresQuery } from './read-figures.query.js';
import { ReadUrgesHandler } from './read-urges.handler.js';
import { SendUrgesHandler } from './send-urges.handler.js';
import { SupervisionController } from './supervision.controller.js';
import { UrgePlanner } from './urge-planner.js';
import { UrgesController } from './urges.controller.js';

@Module({
  controllers: [SupervisionController, UrgesController],
  providers: [
    ReadFiguresQuery,
    ListWatchedCasesQuery,
    ListEndedCasesQuery,
    UrgePlanner,
    DraftUrgesQuery,
    SendUrgesHandler,
    ListUrgesQuery,
    ReadUrgesHandler,
  ],
})
export class SupervisionModule {}
