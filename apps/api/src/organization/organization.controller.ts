import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { ChangesPageDto, OnDayDto, PersonFilterDto } from './dto/organization.dto.js';
import {
  OrganizationChangesView,
  PersonsFoundView,
  UnitPeopleView,
  UnitTreeView,
} from './dto/organization.view.js';
import { FindPersonsQuery } from './find-persons.query.js';
import { ListChangesQuery } from './list-changes.query.js';
import { ReadUnitPeopleQuery } from './read-unit-people.query.js';
import { ReadUnitTreeQuery } from './read-unit-tree.query.js';

/** Units and who holds what in them, as whoever keeps them sees them. */
@ApiTags('organization')
@Controller('api/organization')
export class OrganizationController {
  constructor(
    private readonly tree: ReadUnitTreeQuery,
    private readonly people: ReadUnitPeopleQuery,
    private readonly persons: FindPersonsQuery,
    private readonly changes: ListChangesQuery,
  ) {}

  @Get('units')
  @Action('organization.keep')
  @ApiOkResponse({ type: UnitTreeView })
  units(@CurrentCaller() caller: Caller): Promise<UnitTreeView> {
    return this.tree.execute(caller);
  }

  @Get('units/:id')
  @Action('organization.keep')
  @ApiOkResponse({ type: UnitPeopleView })
  unit(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Query() { on }: OnDayDto,
  ): Promise<UnitPeopleView> {
    return this.people.execute(caller, id, on);
  }

  @Get('units/:id/changes')
  @Action('organization.keep')
  @ApiOkResponse({ type: OrganizationChangesView })
  listChanges(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Query() { after }: ChangesPageDto,
  ): Promise<OrganizationChangesView> {
    return this.changes.execute(caller, id, after);
  }

  @Get('persons')
  @Action('organization.keep')
  @ApiOkResponse({ type: PersonsFoundView })
  findPersons(@CurrentCaller() caller: Caller, @Query() { q }: PersonFilterDto): Promise<PersonsFoundView> {
    return this.persons.execute(caller, q);
  }
}
