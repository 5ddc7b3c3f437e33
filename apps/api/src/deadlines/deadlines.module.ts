import { Module } from '@nestjs/common';
import { DeadlinesController } from './deadlines.controller.js';
import { ListDeadlinesQuery } from './list-deadlines.query.js';

@Module({ controllers: [DeadlinesController], providers: [ListDeadlinesQuery] })
export class DeadlinesModule {}
