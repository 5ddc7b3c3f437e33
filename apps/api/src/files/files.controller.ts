import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { FileListView, FileView } from './dto/file.view.js';
import { ReadFileQuery } from './read-file.query.js';
import { SendFile } from './send-file.js';

const CONTENT = {
  schema: { type: 'string', format: 'binary' },
  description: '内容；可用 Range 请求一段',
} as const;

/** Files, for whoever may read the field that they stand in. */
@ApiTags('files')
@Controller('api')
export class FilesController {
  constructor(
    private readonly files: ReadFileQuery,
    private readonly sending: SendFile,
  ) {}

  @Get('files/:id')
  @Action('user-task.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(CONTENT)
  async content(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.content(await this.files.row(caller, id), request, response);
  }

  @Get('files/:id/thumbnail')
  @Action('user-task.read')
  @ApiProduces('image/jpeg')
  @ApiOkResponse(CONTENT)
  async thumbnail(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.thumbnail(await this.files.row(caller, id), request, response);
  }

  @Get('files/:id/facts')
  @Action('user-task.read')
  @ApiOkResponse({ type: FileView })
  facts(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<FileView> {
    return this.files.facts(caller, id);
  }

  @Get('cases/:id/files')
  @Action('case.read')
  @ApiOkResponse({ type: FileListView })
  ofCase(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<FileListView> {
    return this.files.ofCase(caller, id);
  }
}
