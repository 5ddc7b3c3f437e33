import { Injectable } from '@nestjs/common';
import { verifyChain } from '@wuqing/audit';
import { UnitOfWork, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { sha256 } from '../platform/fingerprint.js';
import { CaseReader } from '../visibility/case-reader.js';
import { auditIn } from '../visibility/case-audit.js';
import { WITHHELD } from '../visibility/history-as-seen.js';
import type { AuditView } from './dto/case-history.view.js';

/** The chain of a case as far as the reader may know it, and whether the whole is still the one that was written. */
@Injectable()
export class ReadAuditQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string): Promise<AuditView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'audit.read');
      const { chain, entries } = await auditIn(work, seen);
      const { count, head } = chain;
      const names = await personNames(work, [...new Set(entries.map((entry) => entry.actorId))]);
      const verified = verifyChain(chain.entries, sha256, { count, head });
      return {
        verified: verified.ok,
        head,
        brokenAt: verified.ok ? null : verified.error.seq,
        entries: entries.map(({ seq, at, actorId, action, subject, detail, hash }) => ({
          seq,
          at,
          actorId,
          actorName: names.get(actorId) ?? (actorId === WITHHELD ? '不公开' : '系统'),
          action,
          subject,
          reason: typeof detail['reason'] === 'string' ? detail['reason'] : null,
          hash,
        })),
      };
    });
  }
}
