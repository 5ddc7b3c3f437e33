import { Module } from '@nestjs/common';
import { AppointHandler } from './appoint.handler.js';
import { DeclareKinHandler } from './declare-kin.handler.js';
import { FindPersonsQuery } from './find-persons.query.js';
import { KeepPersonHandler } from './keep-person.handler.js';
import { KeptChanges } from './kept-changes.js';
import { ListChangesQuery } from './list-changes.query.js';
import { NameSubstituteHandler } from './name-substitute.handler.js';
import { OrganizationChangesController } from './organization-changes.controller.js';
import { OrganizationController } from './organization.controller.js';
import { ReadUnitPeopleQuery } from './read-unit-people.query.js';
import { ReadUnitTreeQuery } from './read-unit-tree.query.js';

@Module({
  controllers: [OrganizationController, OrganizationChangesController],
  providers: [
    AppointHandler,
    DeclareKinHandler,
    FindPersonsQuery,
    KeepPersonHandler,
    KeptChanges,
    ListChangesQuery,
    NameSubstituteHandler,
    ReadUnitPeopleQuery,
    ReadUnitTreeQuery,
  ],
})
export class OrganizationModule {}
