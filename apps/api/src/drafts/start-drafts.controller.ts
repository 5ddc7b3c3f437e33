import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { FORM_BODY, Takes } from '../http/body-bounds.js';
import { KeepStartDraftDto } from './dto/draft.dto.js';
import { DraftVersionView, KeptDraftView } from './dto/draft.view.js';
import { StartDrafts } from './start-drafts.js';

@ApiTags('drafts')
@Controller('api/processes')
export class StartDraftsController {
  constructor(private readonly drafts: StartDrafts) {}

  @Get(':key/start-draft')
  @Action('process.read')
  @ApiOkResponse({ type: KeptDraftView })
  read(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<KeptDraftView> {
    return this.drafts.read(caller, key);
  }

  @Put(':key/start-draft')
  @Takes(FORM_BODY)
  @Action('process.read')
  @ApiOkResponse({ type: DraftVersionView })
  keep(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body() body: KeepStartDraftDto,
  ): Promise<DraftVersionView> {
    return this.drafts.keep(caller, key, body);
  }

  @Delete(':key/start-draft')
  @Action('process.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  drop(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<void> {
    return this.drafts.drop(caller, key);
  }
}
