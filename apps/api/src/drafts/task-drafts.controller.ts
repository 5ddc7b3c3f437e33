import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { FORM_BODY, Takes } from '../http/body-bounds.js';
import { UuidParam } from '../http/validated.js';
import { KeepDraftDto } from './dto/draft.dto.js';
import { DraftVersionView, KeptDraftView } from './dto/draft.view.js';
import { TaskDrafts } from './task-drafts.js';

@ApiTags('drafts')
@Controller('api/user-tasks')
export class TaskDraftsController {
  constructor(private readonly drafts: TaskDrafts) {}

  @Get(':id/draft')
  @Action('user-task.read')
  @ApiOkResponse({ type: KeptDraftView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<KeptDraftView> {
    return this.drafts.read(caller, id);
  }

  @Put(':id/draft')
  @Takes(FORM_BODY)
  @Action('user-task.complete')
  @ApiOkResponse({ type: DraftVersionView })
  keep(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: KeepDraftDto,
  ): Promise<DraftVersionView> {
    return this.drafts.keep(caller, id, body);
  }

  @Delete(':id/draft')
  @Action('user-task.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  drop(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<void> {
    return this.drafts.drop(caller, id);
  }
}
