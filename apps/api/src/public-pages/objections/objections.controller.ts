import { randomBytes } from 'node:crypto';
import { Controller, Get, HttpCode, Ip, Post, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Streamed } from '../../http/body-bounds.js';
import { countedAddress } from '../../http/client-address.js';
import { Reply } from '../../http/reply.js';
import { UuidParam } from '../../http/validated.js';
import { Clock } from '../../platform/clock.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { objectionPage } from '../pages/objection.page.js';
import { receiptPage } from '../pages/receipt.page.js';
import { PublicPage } from '../public-page.js';
import { ReadNoticeQuery } from '../read-notice.query.js';
import { newFormToken, readFormToken, tokenFaults, type TokenFault } from './form-token.js';
import { ObjectToNoticeHandler, noLongerHeard, type SaidObjection } from './object-to-notice.handler.js';
import { FORM_BYTES_MAX, ObjectionPhotos } from './objection-photos.js';
import { withPageForm, type PageForm } from './page-form.js';
import { checkObjection, type ObjectionFaults, type TypedObjection } from './objection-form.js';
import { PublicSecret } from './public-secret.js';

const NONCE_BYTES = 16;

/** 「我有异议」: a form, and the receipt with the code. */
@ApiExcludeController()
@Controller('notices/:id/objection')
@UseFilters(PageProblemFilter)
export class ObjectionsController {
  constructor(
    private readonly readNotice: ReadNoticeQuery,
    private readonly object: ObjectToNoticeHandler,
    private readonly photos: ObjectionPhotos,
    private readonly secret: PublicSecret,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage('no-store')
  async form(@UuidParam('id') id: string): Promise<string> {
    const notice = await this.readNotice.execute(id);
    if (!notice.mayObject) throw noLongerHeard();
    const typed = { ground: '', text: '', name: '', phone: '', token: this.newToken(id) };
    return objectionPage({ noticeId: id, notice, typed, faults: {} });
  }

  @Post()
  @HttpCode(200)
  @Streamed()
  @PublicPage('no-store')
  async submit(@UuidParam('id') id: string, @Req() request: Request, @Ip() address: string): Promise<Reply> {
    this.object.admit(address);
    const bounds = { bytesMax: FORM_BYTES_MAX, filesIn: 'photos', from: countedAddress(address) };
    return withPageForm(request, bounds, (form) => this.answer(id, form, address));
  }

  private async answer(id: string, { fields, files }: PageForm, address: string): Promise<Reply> {
    const checked = checkObjection(fields);
    const chosen = files.length > 0 ? { photos: '照片需要重新选择。' } : {};
    const proof = readFormToken(this.secret, id, this.clock.now(), checked.typed.token);
    if (!proof.ok)
      return this.again(id, checked.typed, { form: tokenFaults[proof.fault], ...chosen }, proof.fault);
    if (!checked.ok) return this.again(id, checked.typed, { ...checked.faults, ...chosen });
    const photos = await this.photos.judged(files);
    if (!photos.ok) return this.again(id, checked.typed, { photos: photos.error });
    return this.received(id, proof.token.nonce, { ...checked.read, photos: photos.value }, address);
  }

  private async received(id: string, nonce: string, said: SaidObjection, address: string): Promise<Reply> {
    const { code, row, same } = await this.object.execute(id, nonce, said, address);
    const { title, village, answerWithin } = await this.readNotice.execute(id);
    const receivedAt = row.receivedAt.getTime();
    const shown = {
      noticeId: id,
      noticeTitle: title,
      village,
      code,
      receivedAt,
      answerWithin,
      changed: !same,
    };
    return new Reply(200, receiptPage(shown));
  }

  /** The form once more, with everything that was typed and what to do. */
  private async again(
    id: string,
    typed: TypedObjection,
    faults: ObjectionFaults,
    fault?: TokenFault,
  ): Promise<Reply> {
    const notice = await this.readNotice.execute(id);
    const isStale = fault === 'forged' || fault === 'too-old';
    const token = isStale ? this.newToken(id) : typed.token;
    return new Reply(422, objectionPage({ noticeId: id, notice, typed: { ...typed, token }, faults }));
  }

  private newToken(noticeId: string): string {
    return newFormToken(this.secret, noticeId, this.clock.now(), randomBytes(NONCE_BYTES));
  }
}
