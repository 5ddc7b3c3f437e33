import { Injectable } from '@nestjs/common';
import { UnitOfWork, type LostOfCase, type RestorationRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type PageDto } from '../http/page.js';
import type { Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleWorkflowChecks, type CheckKnown } from '../visibility/workflow-checks.js';
import type {
  BroughtForwardView,
  RestorationView,
  WorkflowCheckPageView,
} from './dto/workflow-check.view.js';
import { shownMoment } from '../http/shown-moment.js';

/** What had to be brought forward from its journal, the last first, and the backups that were put in place here. */
@Injectable()
export class ListWorkflowChecksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visible: VisibleWorkflowChecks,
  ) {}

  execute(caller: Caller, { after, limit }: PageDto): Promise<WorkflowCheckPageView> {
    const asked = { after: readCursor(after), limit };
    return this.unitOfWork.run(caller.actor, async (work) => {
      const known = await this.visible.page(work, caller, asked);
      const { items, next } = pageOfKnown(known, cursorOf, viewOf);
      return {
        items: [...items],
        next,
        open: known.open,
        restorations: known.restorations.map(restorationOf),
      };
    });
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  missing: '没有找到流程实例，已按办理记录重新建立，事项继续办理。',
  ahead: '流程实例所知多于办理记录，多出的部分是备份之后办理的，现已不在；已按办理记录重新建立。',
  behind: '流程实例落后于办理记录，已按办理记录补齐。',
  different: '流程实例与办理记录不一致，已按办理记录重新建立。',
  unknown: '有流程实例找不到对应的事项，是备份之后发起的，已终止。',
};

function viewOf(row: Known<CheckKnown>): BroughtForwardView {
  const { caseId, caseNumber, found, workflowPosition, journalPosition, foundAt } = row;
  return {
    caseId: found === 'unknown' ? null : caseId,
    caseNumber,
    found,
    message: MESSAGES[found] ?? '',
    workflowPosition,
    journalPosition,
    foundAt: shownMoment(foundAt),
  };
}

const restorationOf = ({ takenAt, restoredAt, lost }: Known<RestorationRow>): RestorationView => ({
  takenAt: shownMoment(takenAt),
  restoredAt: shownMoment(restoredAt),
  message: '已从备份恢复，备份之后办理的内容不在其中，请有关人员核对后补办。',
  lost: lost.map(sentenceOf),
});

const sentenceOf = ({ number, entries, isWhole }: LostOfCase): string =>
  isWhole
    ? `${number}：备份之后发起，整件已不在（${entries} 条记录）`
    : `${number}：备份之后的 ${entries} 条记录已不在`;
