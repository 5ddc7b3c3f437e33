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
    return new StreamableFile(pdf, {
      type: PDF,
      length: pdf.length,
      disposition: dispositionOf(number),
    });
  }
}

/** With the name that every reader understands, then the one for people; a header takes no other letters than ASCII. */
function dispositionOf(number: string): string {
  const plain = number.replace(/[^\w-]/g, '');
  return `attachment; filename="dossier-${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(`卷宗-${number}.pdf`)}`;
}
