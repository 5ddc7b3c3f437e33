import { Injectable } from '@nestjs/common';
import { SecretLimiter } from '../session/secret-limiter.js';
import {
  ReadComplaintProgressQuery,
  type ComplaintProgress,
} from './complaints/read-complaint-progress.query.js';
import { PublicSecret } from './objections/public-secret.js';
import { typedHashes } from './objections/query-code.js';
import { ReadProgressQuery, type Progress } from './objections/read-progress.query.js';

export type ProgressByCode =
  | { readonly of: 'objection'; readonly progress: Progress }
  | { readonly of: 'complaint'; readonly progress: ComplaintProgress };

/** What a code (查询码) leads to: an objection or a complaint; whoever types it need not know which. */
@Injectable()
export class ProgressByCodeQuery {
  constructor(
    private readonly limiter: SecretLimiter,
    private readonly secret: PublicSecret,
    private readonly objections: ReadProgressQuery,
    private readonly complaints: ReadComplaintProgressQuery,
  ) {}

  /** Undefined where nothing bears this code. Throws 429: a code can be guessed as a password can. */
  async execute(typed: string, address: string | undefined): Promise<ProgressByCode | undefined> {
    const admitted = await this.limiter.withCode(address);
    const hashes = typedHashes(this.secret, typed);
    const found = hashes && (await this.found(hashes));
    if (found) await admitted.forgive();
    return found;
  }

  private async found(hashes: readonly string[]): Promise<ProgressByCode | undefined> {
    const objection = await this.objections.execute(hashes);
    if (objection) return { of: 'objection', progress: objection };
    const complaint = await this.complaints.execute(hashes);
    return complaint && { of: 'complaint', progress: complaint };
  }
}
