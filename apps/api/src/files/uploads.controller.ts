import { Controller, Delete, Get, Head, HttpCode, Patch, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly } from '../access/marks.js';
import { Streamed } from '../http/body-bounds.js';
import { UuidParam } from '../http/validated.js';
import { UploadView } from './dto/file.view.js';
import { GiveUpUploadHandler } from './give-up-upload.handler.js';
import { ReadUploadQuery } from './read-upload.query.js';
import { ReceiveUploadHandler } from './receive-upload.handler.js';

const TUS = { name: 'Tus-Resumable', required: true, schema: { type: 'string', enum: ['1.0.0'] } };

/** The tus protocol (1.0.0) on what `POST /api/user-tasks/:id/files` has announced. */
@ApiTags('files')
@Controller('api/uploads')
export class UploadsController {
  constructor(
    private readonly receive: ReceiveUploadHandler,
    private readonly readUpload: ReadUploadQuery,
    private readonly giveUp: GiveUpUploadHandler,
  ) {}

  @Head(':id')
  @OwnOnly()
  @ApiHeader(TUS)
  @ApiOkResponse({ description: '请求头 Upload-Offset 是已收到的字节数' })
  offset(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.receive.execute(caller, id, request, response);
  }

  @Get(':id')
  @OwnOnly()
  @ApiOkResponse({ type: UploadView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<UploadView> {
    return this.readUpload.execute(caller, id);
  }

  @Patch(':id')
  @Streamed()
  @OwnOnly()
  @HttpCode(204)
  @ApiHeader(TUS)
  @ApiHeader({ name: 'Upload-Offset', required: true })
  @ApiNoContentResponse({ description: '已收到；收齐后文件即可提交' })
  append(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.receive.execute(caller, id, request, response);
  }

  @Delete(':id')
  @OwnOnly()
  @HttpCode(204)
  @ApiNoContentResponse({ description: '不再需要' })
  remove(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<void> {
    return this.giveUp.execute(caller, id);
  }
}
