import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { IncidentsController } from './incidents.controller.js';
import { ListIncidentsQuery } from './list-incidents.query.js';

@Module({ imports: [CasesModule], controllers: [IncidentsController], providers: [ListIncidentsQuery] })
export class IncidentsModule {}
