import { Button, Dropdown } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { CaseDetailView, CaseOverviewView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Icon } from '../../kit/icon.js';
import { caseWords } from '../../words/case.words.js';
import { copyWords } from '../../words/copy.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { taskWords } from '../../words/task.words.js';

/** Each comes when it is asked for. */
const UrgeDialog = lazy(async () => ({
  default: (await import('../supervision/urge-dialog.js')).UrgeDialog,
}));
const IssueOrderDialog = lazy(async () => ({
  default: (await import('../supervision/issue-order-dialog.js')).IssueOrderDialog,
}));
const CopyDialog = lazy(async () => ({ default: (await import('./copy-dialog.js')).CopyDialog }));

interface StandingProps {
  readonly detail: CaseDetailView;
  readonly overview: CaseOverviewView;
}

type Dialog = 'urge' | 'order' | 'copy';

/** The nearest clock of a case, and what may be done about it: the rest stands in a menu. */
export function CaseStanding({ detail, overview }: StandingProps) {
  const clock = detail.clocks.find(({ state }) => state !== 'stopped');
  const running = detail.clocks.filter(({ state }) => state === 'running').map(({ id }) => id);
  const [dialog, open] = useState<Dialog>();
  const close = () => open(undefined);
  return (
    <div className="cs-r">
      {clock && (
        <div className="row g3">
          <DueLine clock={clock} labelled />
          <ClockBadge clock={clock} look="lg" />
        </div>
      )}
      <div className="row cs-b">
        {overview.mayUrge && running.length > 0 && (
          <Button type="primary" onClick={() => open('urge')}>
            {caseWords.urge}
          </Button>
        )}
        <a className="btn" href={`/api/cases/${detail.id}/file`} target="_blank" rel="noreferrer">
          <Icon name="print" />
          {caseWords.dossier}
        </a>
        <More overview={overview} onOpen={open} />
      </div>
      <Suspense>
        {dialog === 'urge' && <UrgeDialog clockIds={running} onClose={close} />}
        {dialog === 'copy' && <CopyDialog caseId={detail.id} onClose={close} />}
        {dialog === 'order' && (
          <IssueOrderDialog about={{ caseId: detail.id, ...lateClock(detail) }} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}

interface MoreProps {
  readonly overview: CaseOverviewView;
  readonly onOpen: (dialog: Dialog) => void;
}

function More({ overview, onOpen }: MoreProps) {
  const deeds: Readonly<Record<string, readonly [label: string, act: () => void]>> = {
    ...(overview.mayIssueOrder && { order: [supervisionWords.issue, () => onOpen('order')] as const }),
    copy: [copyWords.send, () => onOpen('copy')],
    print: [caseWords.print, () => window.print()],
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: Object.entries(deeds).map(([key, [label]]) => ({ key, label })),
        onClick: ({ key }) => deeds[key]?.[1](),
      }}
    >
      <Button>
        {taskWords.more}
        <Icon name="down" />
      </Button>
    </Dropdown>
  );
}

/** The term that an order is about: the one that ran out, where one did. */
function lateClock({ clocks }: CaseDetailView): { readonly clockId?: string } {
  const late = clocks.find(({ tone, state }) => state === 'running' && tone === 'late');
  return late ? { clockId: late.id } : {};
}
