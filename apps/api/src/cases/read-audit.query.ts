import { Injectable } from '@nestjs/common';
import { filesNamed, verifyCase } from '@wuqing/audit';
import { instantOf, isoOf } from '@wuqing/kernel';
import { UnitOfWork, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { FileContents } from '../files/file-contents.js';
import { sha256 } from '../platform/fingerprint.js';
import { CaseReader } from '../visibility/case-reader.js';
import { auditIn, evidenceIn } from '../visibility/case-audit.js';
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
      const seen = await this.cases.require(work, caller, id, 'audit.read');
      const entries = await auditIn(work, seen);
      return {
        entries,
        evidence: await evidenceIn(work, seen),
        names: await personNames(work, [...new Set(entries.map((entry) => entry.actorId))]),
      };
    });
    const { evidence, entries, names } = read;
    const verified = verifyCase(evidence, sha256);
    const otherwise = await this.contents.otherThan(filesNamed(evidence.entries));
    const shown = new Set(entries.map(({ seq }) => seq));
    return {
      verified: verified.ok && otherwise.length === 0,
      head: evidence.head.head,
      brokenAt: verified.ok ? (otherwise[0]?.seq ?? null) : verified.error.seq,
      changedFiles: otherwise.filter(({ seq }) => shown.has(seq)),
      entries: entries.map(({ seq, at, actorId, action, subject, detail, hash }) => ({
        seq,
        at: isoOf(instantOf(at)),
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
