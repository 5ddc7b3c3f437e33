import { Module } from '@nestjs/common';
import { CaseCircleController } from './circles.controller.js';
import { KeepCircleHandler } from './keep-circle.handler.js';
import { ReadCircleQuery } from './read-circle.query.js';

@Module({
  controllers: [CaseCircleController],
  providers: [ReadCircleQuery, KeepCircleHandler],
})
export class CirclesModule {}
