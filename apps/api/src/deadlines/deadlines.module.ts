import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DeadlinesController } from './deadlines.controller.js';
import { ListDeadlinesQuery } from './list-deadlines.query.js';

@Module({ imports: [CasesModule], controllers: [DeadlinesController], providers: [ListDeadlinesQuery] })
export class DeadlinesModule {}
