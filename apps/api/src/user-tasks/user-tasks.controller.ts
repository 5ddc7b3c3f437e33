import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { CommandAnswerView, PendingView } from '../commands/dto/command.view.js';
import type { Settled } from '../commands/command-answer.js';
import { FORM_BODY, Takes, VARIABLES_BODY } from '../http/body-bounds.js';
import type { Page } from '../http/page.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { BulkHandler } from './bulk.handler.js';
import { ClaimUserTaskHandler } from './claim-user-task.handler.js';
import { CompleteUserTaskHandler } from './complete-user-task.handler.js';
import { BulkDto } from './dto/bulk.dto.js';
import { BulkResultView } from './dto/bulk.view.js';
import { CompleteUserTaskDto } from './dto/complete-user-task.dto.js';
import { PreviewUserTaskDto } from './dto/preview-user-task.dto.js';
import { TaskPreviewView } from './dto/task-preview.view.js';
import { TaskVersionDto } from './dto/task-version.dto.js';
import { UserTaskFilterDto } from './dto/user-task-filter.dto.js';
import { InboxPageView, InboxRowView, UserTaskDetailView, UserTaskView } from './dto/user-task.view.js';
import { ListUserTasksQuery } from './list-user-tasks.query.js';
import { ReadUserTaskQuery } from './read-user-task.query.js';
import { TaskPreview } from './task-preview.js';
import { ReleaseUserTaskHandler } from './release-user-task.handler.js';

@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class UserTasksController {
  constructor(
    private readonly listTasks: ListUserTasksQuery,
    private readonly readTask: ReadUserTaskQuery,
    private readonly claimTask: ClaimUserTaskHandler,
    private readonly releaseTask: ReleaseUserTaskHandler,
    private readonly completeTask: CompleteUserTaskHandler,
    private readonly bulkTasks: BulkHandler,
    private readonly previewTask: TaskPreview,
  ) {}

  @Get()
  @Action('user-task.read')
  @ApiOkResponse({ type: InboxPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: UserTaskFilterDto): Promise<Page<InboxRowView>> {
    return this.listTasks.execute(caller, filter);
  }

  @Get(':id')
  @Action('user-task.read')
  @ApiOkResponse({ type: UserTaskDetailView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<UserTaskDetailView> {
    return this.readTask.execute(caller, id);
  }

  @Post('bulk')
  @Takes(VARIABLES_BODY)
  @Action('user-task.claim')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: BulkResultView })
  bulk(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BulkDto,
  ): Promise<BulkResultView> {
    return this.bulkTasks.execute(caller, key, body);
  }

  @Post(':id/claim')
  @Action('user-task.claim')
  @HttpCode(200)
  @ApiOkResponse({ type: UserTaskView })
  claim(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() { rowVersion }: TaskVersionDto,
  ): Promise<UserTaskView> {
    return this.claimTask.execute(caller, id, rowVersion);
  }

  @Post(':id/release')
  @Action('user-task.release')
  @HttpCode(200)
  @ApiOkResponse({ type: UserTaskView })
  release(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() { rowVersion }: TaskVersionDto,
  ): Promise<UserTaskView> {
    return this.releaseTask.execute(caller, id, rowVersion);
  }

  @Post(':id/preview')
  @Takes(FORM_BODY)
  @Action('user-task.complete')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskPreviewView })
  preview(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() { submission }: PreviewUserTaskDto,
  ): Promise<TaskPreviewView> {
    return this.previewTask.ofDraft(caller, id, submission);
  }

  @Post(':id/completion')
  @Takes(FORM_BODY)
  @Action('user-task.complete')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  complete(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: CompleteUserTaskDto,
  ): Promise<Settled> {
    return this.completeTask.execute(caller, id, key, body);
  }
}
