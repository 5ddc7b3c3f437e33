import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiExcludeController, ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { PublicQuery } from '../http/validated.js';
import { DossierByCodeQuery } from './dossier-by-code.query.js';
import { LetterByCodeQuery } from './letter-by-code.query.js';
import { NoticesQuery } from './notices.query.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { verifyPage } from './pages/verify.page.js';
import { PublicPage } from './public-page.js';

const CODE = { message: '验真码为 12 个字符，请照纸上的抄写。' };

export class VerificationDto {
  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsString(CODE)
  @MaxLength(40, CODE)
  code?: string;
}

/** What a paper says against what is kept: the code on it is no secret, what it leads to is public. */
@ApiExcludeController()
@Controller('verify')
@UseFilters(PageProblemFilter)
export class VerificationController {
  constructor(
    private readonly notices: NoticesQuery,
    private readonly dossiers: DossierByCodeQuery,
    private readonly letters: LetterByCodeQuery,
  ) {}

  @Get()
  @PublicPage()
  async verify(@PublicQuery(VerificationDto) { code }: Readonly<VerificationDto>): Promise<string> {
    if (code === undefined || code.trim() === '') return verifyPage('');
    const kept = keptVerification(code);
    return verifyPage(code, {
      notices: await this.notices.byCode(kept),
      dossier: await this.dossiers.execute(kept),
      letter: await this.letters.execute(kept),
    });
  }
}

/** As it is kept: what was typed, without blanks and dashes. */
const keptVerification = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
