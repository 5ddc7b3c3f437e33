import { Controller, Get, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Spends } from '../http/request-budgets.js';
import { UuidParam } from '../http/validated.js';
import { PageAddress } from '../public-pages/page-address.js';
import { MakeDossierHandler } from './make-dossier.handler.js';

const PDF = 'application/pdf';

@ApiTags('cases')
@Controller('api/cases/:id')
export class DossiersController {
  constructor(
    private readonly make: MakeDossierHandler,
    private readonly addresses: PageAddress,
  ) {}

  /** Leaves an entry in the audit, once for the same content. */
  @Get('file')
  @Spends('message')
  @Action('case.read')
  @ApiProduces(PDF)
  @ApiOkResponse({
    description: '卷宗：封面、目录、表单、决议、公示、经过、校验',
    content: { [PDF]: { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const { number, pdf } = await this.make.execute(caller, id, (code) =>
      this.addresses.of(request, `/verify?code=${code}`),
    );
    const name = encodeURIComponent(`卷宗-${number}.pdf`);
    return new StreamableFile(pdf, {
      type: PDF,
      length: pdf.length,
      disposition: `attachment; filename="dossier-${number}.pdf"; filename*=UTF-8''${name}`,
    });
  }
}
