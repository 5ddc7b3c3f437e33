import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { Recorded } from '../security-log/recorded.js';
import { AppointHandler } from './appoint.handler.js';
import { DeclareKinHandler } from './declare-kin.handler.js';
import {
  AppointDto,
  DeclareKinDto,
  EndTermDto,
  KeepPersonDto,
  SubstituteDto,
} from './dto/organization.dto.js';
import { KeepPersonHandler } from './keep-person.handler.js';
import { NameSubstituteHandler } from './name-substitute.handler.js';

/** What gives people a say, or takes it: ids are the client's, so that what is sent twice is done once. */
@ApiTags('organization')
@Controller('api/organization')
export class OrganizationChangesController {
  constructor(
    private readonly persons: KeepPersonHandler,
    private readonly seats: AppointHandler,
    private readonly substitutes: NameSubstituteHandler,
    private readonly kinship: DeclareKinHandler,
  ) {}

  @Put('persons/:id')
  @Recorded('person-kept')
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '已登记；同一人同样的内容再次提交不变' })
  keepPerson(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: KeepPersonDto,
  ): Promise<void> {
    return this.persons.execute(caller, id, body);
  }

  @Put('positions/:id')
  @Recorded('position-given')
  @Grave()
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '自任期第一天起有该岗位的权限' })
  appoint(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: AppointDto,
  ): Promise<void> {
    return this.seats.appoint(caller, id, body);
  }

  @Post('positions/:id/end')
  @Recorded('position-ended')
  @Grave()
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '最后一天之后不再有该岗位的权限；未到任的即为撤销' })
  endPosition(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: EndTermDto,
  ): Promise<void> {
    return this.seats.end(caller, id, body);
  }

  @Put('delegations/:id')
  @Recorded('substitute-named')
  @Grave()
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '代理期间由代理人办理，办理时写明代谁办理' })
  nameSubstitute(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: SubstituteDto,
  ): Promise<void> {
    return this.substitutes.name(caller, id, body);
  }

  @Post('delegations/:id/end')
  @Recorded('substitute-ended')
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '代理提前结束' })
  endSubstitute(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: EndTermDto,
  ): Promise<void> {
    return this.substitutes.end(caller, id, body);
  }

  @Put('persons/:id/kinship/:otherId')
  @Recorded('kin-declared')
  @Action('organization.keep')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '回避和表决按声明的关系判定' })
  declareKin(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') personId: string,
    @UuidParam('otherId') otherId: string,
    @Body() body: DeclareKinDto,
  ): Promise<void> {
    return this.kinship.execute(caller, { personId, otherId }, body);
  }
}
