import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Grave, OwnOnly } from '../access/marks.js';
import { SECRET_BODY, Takes } from '../http/body-bounds.js';
import { Recorded } from '../security-log/recorded.js';
import { EnrolmentView, RecoveryCodesView, SecondFactorView, ShowCodeDto } from './dto/second-factor.dto.js';
import { SecondFactorHandler } from './second-factor.handler.js';

/** One's own second factor. */
@ApiTags('second-factor')
@Controller('api/second-factor')
export class SecondFactorController {
  constructor(private readonly secondFactor: SecondFactorHandler) {}

  @Get()
  @OwnOnly({ duringEnrolment: true })
  @ApiOkResponse({ type: SecondFactorView })
  read(@CurrentCaller() caller: Caller): Promise<SecondFactorView> {
    return this.secondFactor.read(caller);
  }

  @Post('enrolment')
  @Grave()
  @OwnOnly({ duringEnrolment: true })
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentView, description: '先前生成而未启用的密钥作废' })
  begin(@CurrentCaller() caller: Caller): Promise<EnrolmentView> {
    return this.secondFactor.begin(caller);
  }

  @Put()
  @Recorded('second-factor-set')
  @Takes(SECRET_BODY)
  @OwnOnly({ duringEnrolment: true })
  @ApiOkResponse({ type: RecoveryCodesView, description: '动态口令已启用' })
  confirm(@CurrentCaller() caller: Caller, @Body() { code }: ShowCodeDto): Promise<RecoveryCodesView> {
    return this.secondFactor.confirm(caller, code);
  }

  @Delete()
  @Recorded('second-factor-removed')
  @Grave()
  @OwnOnly()
  @HttpCode(204)
  @ApiNoContentResponse({ description: '动态口令已停用' })
  remove(@CurrentCaller() caller: Caller): Promise<void> {
    return this.secondFactor.remove(caller);
  }
}
