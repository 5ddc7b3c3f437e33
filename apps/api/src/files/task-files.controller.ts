import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { AnnounceFileHandler } from './announce-file.handler.js';
import { NewFileDto } from './dto/new-file.dto.js';
import { UploadListView, UploadView } from './dto/file.view.js';
import { ReadUploadQuery } from './read-upload.query.js';

@ApiTags('files')
@Controller('api/user-tasks')
export class TaskFilesController {
  constructor(
    private readonly announce: AnnounceFileHandler,
    private readonly uploads: ReadUploadQuery,
  ) {}

  @Post(':id/files')
  @Action('user-task.complete')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: UploadView })
  create(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: NewFileDto,
  ): Promise<UploadView> {
    return this.announce.execute(caller, id, key, body);
  }

  @Get(':id/files')
  @Action('user-task.complete')
  @ApiOkResponse({ type: UploadListView })
  list(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<UploadListView> {
    return this.uploads.ofTask(caller, id);
  }
}
