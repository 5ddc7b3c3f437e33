import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '@wuqing/persistence';
import type { Request } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Takes, VARIABLES_BODY } from '../http/body-bounds.js';
import type { Page } from '../http/page.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { PageAddress } from '../public-pages/page-address.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import { AnswerLetterHandler } from './answer-letter.handler.js';
import { AnswerLetterDto, IssueLetterDto, LetterFilterDto } from './dto/letter.dto.js';
import { LetterKindListView, LetterPageView, LetterView } from './dto/letter.view.js';
import { IssueLetterHandler } from './issue-letter.handler.js';
import { LetterViews } from './letter-views.js';
import { ListLetterKindsQuery } from './list-letter-kinds.query.js';
import { ListLettersQuery } from './list-letters.query.js';
import { PrintLetterHandler } from './print-letter.handler.js';

const PDF = 'application/pdf';

@ApiTags('letters')
@Controller('api')
export class LettersController {
  constructor(
    private readonly listLetters: ListLettersQuery,
    private readonly listKinds: ListLetterKindsQuery,
    private readonly issueLetter: IssueLetterHandler,
    private readonly answerLetter: AnswerLetterHandler,
    private readonly printLetter: PrintLetterHandler,
    private readonly letters: VisibleLetters,
    private readonly views: LetterViews,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: PageAddress,
  ) {}

  @Get('letter-kinds')
  @Action('letter.issue')
  @ApiOkResponse({ type: LetterKindListView })
  kinds(@CurrentCaller() caller: Caller): Promise<LetterKindListView> {
    return this.listKinds.execute(caller);
  }

  @Get('letters')
  @Action('letter.read')
  @ApiOkResponse({ type: LetterPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: LetterFilterDto): Promise<Page<LetterView>> {
    return this.listLetters.execute(caller, filter);
  }

  @Get('letters/:id')
  @Action('letter.read')
  @ApiOkResponse({ type: LetterView })
  async read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<LetterView> {
    const row = await this.unitOfWork.run(caller.actor, (work) => this.letters.letter(work, caller, id));
    return this.views.one(caller, row);
  }

  @Post('letters')
  @Takes(VARIABLES_BODY)
  @Action('letter.issue')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: LetterView })
  async issue(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: IssueLetterDto,
  ): Promise<LetterView> {
    return this.views.one(caller, await this.issueLetter.execute(caller, key, body));
  }

  @Post('letters/:id/answer')
  @Action('letter.answer')
  @HttpCode(200)
  @ApiOkResponse({ type: LetterView })
  async answer(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() { text }: AnswerLetterDto,
  ): Promise<LetterView> {
    return this.views.one(caller, await this.answerLetter.execute(caller, id, text));
  }

  @Get('letters/:id/paper')
  @Spends('message')
  @Action('letter.read')
  @ApiProduces(PDF)
  @ApiOkResponse({
    description: '函的正式文书',
    content: { [PDF]: { schema: { type: 'string', format: 'binary' } } },
  })
  async paper(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const { number, pdf } = await this.printLetter.execute(caller, id, (code) =>
      this.addresses.of(request, `/verify?code=${code}`),
    );
    const disposition = `attachment; filename="letter.pdf"; filename*=UTF-8''${encodeURIComponent(`${number}.pdf`)}`;
    return new StreamableFile(pdf, { type: PDF, length: pdf.length, disposition });
  }
}
