import { Module } from '@nestjs/common';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { AnswerLetterHandler } from './answer-letter.handler.js';
import { IssueLetterHandler } from './issue-letter.handler.js';
import { LetterViews } from './letter-views.js';
import { LettersController } from './letters.controller.js';
import { ListLetterKindsQuery } from './list-letter-kinds.query.js';
import { ListLettersQuery } from './list-letters.query.js';
import { PrintLetterHandler } from './print-letter.handler.js';

@Module({
  imports: [PublicPagesModule],
  controllers: [LettersController],
  providers: [
    ListLettersQuery,
    ListLetterKindsQuery,
    IssueLetterHandler,
    AnswerLetterHandler,
    PrintLetterHandler,
    LetterViews,
  ],
})
export class LettersModule {}
