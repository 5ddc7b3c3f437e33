import { Module } from '@nestjs/common';
import { IncidentsController } from './incidents.controller.js';
import { ListIncidentsQuery } from './list-incidents.query.js';

@Module({ controllers: [IncidentsController], providers: [ListIncidentsQuery] })
export class IncidentsModule {}
