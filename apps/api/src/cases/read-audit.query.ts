import { Injectable } from '@nestjs/common';
import { verifyChain } from '@wuqing/audit';
import { UnitOfWork, auditChainOf, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { sha256 } from '../platform/fingerprint.js';
import { CaseReader } from './case-reader.js';
import type { AuditView } from './dto/case-history.view.js';

/** The whole chain of a case, and whether it is still the one that was written. */
@Injectable()
export class ReadAuditQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string): Promise<AuditView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      await this.cases.require(work, caller, id, 'audit.read');
      const { entries, count, head } = await auditChainOf(work, id);
      const names = await personNames(work, [...new Set(entries.map((entry) => entry.actorId))]);
      const verified = verifyChain(entries, sha256, { count, head });
      return {
        verified: verified.ok,
        head,
        brokenAt: verified.ok ? null : verified.error.seq,
        entries: entries.map(({ seq, at, actorId, action, subject, detail, hash }) => ({
          seq,
          at,
          actorId,
          actorName: names.get(actorId) ?? '系统',
          action,
          subject,
          reason: typeof detail['reason'] === 'string' ? detail['reason'] : null,
          hash,
        })),
      };
    });
  }
}
