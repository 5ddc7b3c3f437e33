import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import { Recorded } from '../security-log/recorded.js';
import { SecondFactorRolesDto, SecondFactorRolesView } from './dto/second-factor-roles.dto.js';
import { SecondFactorRolesHandler } from './second-factor-roles.handler.js';

/** Data of the town: which roles have to show a second factor. */
@ApiTags('second-factor')
@Controller('api/second-factor-roles')
export class SecondFactorRolesController {
  constructor(private readonly asked: SecondFactorRolesHandler) {}

  @Get()
  @Action('second-factor.configure')
  @ApiOkResponse({ type: SecondFactorRolesView })
  read(@CurrentCaller() caller: Caller): Promise<SecondFactorRolesView> {
    return this.asked.read(caller);
  }

  @Put()
  @Recorded('second-factor-roles-set')
  @Grave()
  @Action('second-factor.configure')
  @HttpCode(204)
  @ApiNoContentResponse({ description: '这些岗位的人未启用动态口令的，下一步只能先启用' })
  set(@CurrentCaller() caller: Caller, @Body() { roles }: SecondFactorRolesDto): Promise<void> {
    return this.asked.set(caller, roles);
  }
}
