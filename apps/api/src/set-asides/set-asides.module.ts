import { Module } from '@nestjs/common';
import { ListSetAsidesQuery } from './list-set-asides.query.js';
import { RetrySetAsideHandler } from './retry-set-aside.handler.js';
import { SetAsidesController } from './set-asides.controller.js';

@Module({
  controllers: [SetAsidesController],
  providers: [ListSetAsidesQuery, RetrySetAsideHandler],
})
export class SetAsidesModule {}
