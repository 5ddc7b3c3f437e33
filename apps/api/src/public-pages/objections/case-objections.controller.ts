import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../../access/caller.js';
import { CurrentCaller } from '../../access/entrance.guard.js';
import { Action } from '../../access/marks.js';
import { SendFile } from '../../files/send-file.js';
import { UuidParam } from '../../http/validated.js';
import { CaseObjectionsView } from './dto/case-objection.view.js';
import { ListObjectionsQuery } from './list-objections.query.js';

@ApiTags('cases')
@Controller('api')
export class CaseObjectionsController {
  constructor(
    private readonly objections: ListObjectionsQuery,
    private readonly sending: SendFile,
  ) {}

  /** What villagers hold against the notices of a case; their names for the supervision committee and the town alone. */
  @Get('cases/:id/objections')
  @Action('case.read')
  @ApiOkResponse({ type: CaseObjectionsView })
  list(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CaseObjectionsView> {
    return this.objections.execute(caller, id);
  }

  /** A photo that a villager has put to an objection, for whoever reads the objection. */
  @Get('objection-photos/:id')
  @Action('case.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: '内容；可用 Range 请求一段' })
  async photo(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.photo(await this.objections.photo(caller, id), request, response);
  }

  /** The same, small. */
  @Get('objection-photos/:id/thumbnail')
  @Action('case.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: '小图' })
  async thumbnail(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sending.photoThumbnail(await this.objections.photo(caller, id), request, response);
  }
}
