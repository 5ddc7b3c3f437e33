import { Injectable } from '@nestjs/common';
import { filesNamed, verifyChain } from '@wuqing/audit';
import { UnitOfWork, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { FileContents } from '../files/file-contents.js';
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
    private readonly contents: FileContents,
  ) {}

  async execute(caller: Caller, id: string): Promise<AuditView> {
    const read = await this.unitOfWork.run(caller.actor, async (work) => {
      const { chain, entries } = await auditIn(
        work,
        await this.cases.require(work, caller, id, 'audit.read'),
      );
      return {
        chain,
        entries,
        names: await personNames(work, [...new Set(entries.map((entry) => entry.actorId))]),
      };
    });
    const { chain, entries, names } = read;
    const verified = verifyChain(chain.entries, sha256, chain);
    const otherwise = await this.contents.otherThan(filesNamed(chain.entries));
    const shown = new Set(entries.map(({ seq }) => seq));
    return {
      verified: verified.ok && otherwise.length === 0,
      head: chain.head,
      brokenAt: verified.ok ? (otherwise[0]?.seq ?? null) : verified.error.seq,
      changedFiles: otherwise.filter(({ seq }) => shown.has(seq)),
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
  }
}
