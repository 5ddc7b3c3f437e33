import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { ReadFileQuery } from './read-file.query.js';
import { SendFile } from './send-file.js';

const CONTENT = {
  schema: { type: 'string', format: 'binary' },
  description: '内容；可用 Range 请求一段',
} as const;

/** Files of published notices, for anyone. */
@ApiTags('public')
@Controller('api/public/files')
export class PublicFilesController {
  constructor(
    private readonly files: ReadFileQuery,
    private readonly sending: SendFile,
  ) {}

  @Get(':id')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(CONTENT)
  @ApiNotFoundResponse()
  async content(
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.content(await this.files.publicRow(id), request, response);
  }

  @Get(':id/thumbnail')
  @Public()
  @ApiProduces('image/jpeg')
  @ApiOkResponse(CONTENT)
  @ApiNotFoundResponse()
  async thumbnail(
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.thumbnail(await this.files.publicRow(id), request, response);
  }
}
