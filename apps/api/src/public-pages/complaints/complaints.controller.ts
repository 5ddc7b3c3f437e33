import { randomBytes } from 'node:crypto';
import { Controller, Get, HttpCode, Ip, Param, Post, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Streamed } from '../../http/body-bounds.js';
import { countedAddress } from '../../http/client-address.js';
import { notFound } from '../../http/problem.js';
import { Reply } from '../../http/reply.js';
import { Clock } from '../../platform/clock.js';
import { TermFromNow } from '../../platform/term-from-now.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { complaintEntrancePage, complaintPage, higherLevelPage } from '../pages/complaint.page.js';
import { complaintReceiptPage } from '../pages/complaint-receipt.page.js';
import { PublicPage } from '../public-page.js';
import { newFormToken, readFormToken, tokenFaults, type TokenFault } from '../objections/form-token.js';
import { FORM_BYTES_MAX, ObjectionPhotos } from '../objections/objection-photos.js';
import { withPageForm, type PageForm } from '../objections/page-form.js';
import { PublicSecret } from '../objections/public-secret.js';
import {
  HIGHER,
  checkComplaint,
  isComplaintKind,
  typedComplaint,
  type ComplaintFaults,
  type ComplaintKind,
  type TypedComplaint,
} from './complaint-form.js';
import { SubmitComplaintHandler, type SaidComplaint } from './submit-complaint.handler.js';

const NONCE_BYTES = 16;
/** 信访工作条例第二十二条: from the day it came. */
const TOLD_WITHIN = '15D';

/** 「向镇里反映」: whom it is about, then a form, and the receipt with the code. */
@ApiExcludeController()
@Controller('complaints')
@UseFilters(PageProblemFilter)
export class ComplaintsController {
  constructor(
    private readonly complaints: SubmitComplaintHandler,
    private readonly photos: ObjectionPhotos,
    private readonly secret: PublicSecret,
    private readonly terms: TermFromNow,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  entrance(): string {
    return complaintEntrancePage();
  }

  /** There is no form and no door behind it: of those whom a higher level manages nothing is taken. */
  @Get(HIGHER)
  @PublicPage()
  higher(): string {
    return higherLevelPage();
  }

  @Get(':kind')
  @PublicPage('no-store')
  async form(@Param('kind') kind: string): Promise<string> {
    if (!isComplaintKind(kind)) throw notFound();
    const units = await this.complaints.unitsAsked();
    return complaintPage({ kind, units, typed: typedComplaint({ token: this.newToken(kind) }), faults: {} });
  }

  @Post(':kind')
  @HttpCode(200)
  @Streamed()
  @PublicPage('no-store')
  async submit(@Param('kind') kind: string, @Req() request: Request, @Ip() address: string): Promise<Reply> {
    if (!isComplaintKind(kind)) throw notFound();
    this.complaints.admit(address);
    const bounds = { bytesMax: FORM_BYTES_MAX, filesIn: 'photos', from: countedAddress(address) };
    return withPageForm(request, bounds, (form) => this.answer(kind, form, address));
  }

  private async answer(kind: ComplaintKind, { fields, files }: PageForm, address: string): Promise<Reply> {
    const units = await this.complaints.unitsAsked();
    const checked = checkComplaint(
      fields,
      units.map(({ code }) => code),
    );
    const chosen = files.length > 0 ? { photos: '照片需要重新选择。' } : {};
    const proof = readFormToken(this.secret, kind, this.clock.now(), checked.typed.token);
    if (!proof.ok)
      return this.again(kind, checked.typed, { form: tokenFaults[proof.fault], ...chosen }, proof.fault);
    if (!checked.ok) return this.again(kind, checked.typed, { ...checked.faults, ...chosen });
    const photos = await this.photos.judged(files);
    if (!photos.ok) return this.again(kind, checked.typed, { photos: photos.error });
    return this.received(proof.token.nonce, { ...checked.read, kind, photos: photos.value }, address);
  }

  private async received(nonce: string, said: SaidComplaint, address: string): Promise<Reply> {
    const { code, row, same } = await this.complaints.execute(nonce, said, address);
    const receivedAt = row.receivedAt.getTime();
    const { dueOn, provisional } = await this.terms.from(receivedAt, TOLD_WITHIN);
    return new Reply(
      200,
      complaintReceiptPage({ code, receivedAt, toldBy: dueOn, provisional, changed: !same }),
    );
  }

  /** The form once more, with everything that was typed and what to do. */
  private async again(
    kind: ComplaintKind,
    typed: TypedComplaint,
    faults: ComplaintFaults,
    fault?: TokenFault,
  ): Promise<Reply> {
    const units = await this.complaints.unitsAsked();
    const isStale = fault === 'forged' || fault === 'too-old';
    const token = isStale ? this.newToken(kind) : typed.token;
    return new Reply(422, complaintPage({ kind, units, typed: { ...typed, token }, faults }));
  }

  private newToken(kind: ComplaintKind): string {
    return newFormToken(this.secret, kind, this.clock.now(), randomBytes(NONCE_BYTES));
  }
}
