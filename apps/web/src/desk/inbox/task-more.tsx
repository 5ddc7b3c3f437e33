import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { casesReadOptions, type UserTaskDetailView } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
import { taskWords } from '../../words/task.words.js';
import { NO_CHOICES } from '../cases/operations/offers-of.js';
import type { Done } from '../cases/operations/operation-dialog.js';
import { Failure } from '../states/failure.js';
import { useInboxKeys } from './use-inbox-keys.js';
import { useHolding, useTaskMenu } from './use-task-menu.js';

/** Comes when it is asked for. */
const ReturnDialog = lazy(async () => ({
  default: (await import('../cases/operations/case-dialogs.js')).ReturnDialog,
}));

const CopyDialog = lazy(async () => ({
  default: (await import('../cases/copy-dialog.js')).CopyDialog,
}));

const CommentsDialog = lazy(async () => ({
  default: (await import('../cases/comments.js')).CommentsDialog,
}));

const HandOverDialog = lazy(async () => ({
  default: (await import('./hand-over-dialog.js')).HandOverDialog,
}));

interface MoreProps {
  readonly task: UserTaskDetailView;
  /** The case is sent back: the step will no longer be there. */
  readonly onReturned: (done: Done) => void;
}

/** What may be done with a step beside submitting it: the rest in a menu, and what is done most beside it. */
export function TaskMore({ task, onReturned }: MoreProps) {
  const hold = useHolding(task);
  const [dialog, open] = useState<'hand-over' | 'copy' | 'comments'>();
  const close = () => open(undefined);
  useInboxKeys({ t: () => open('hand-over'), c: () => open('comments') });
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="topRight"
        menu={useTaskMenu(task, {
          onHold: () => hold.mutate(),
          onHandOver: () => open('hand-over'),
          onCopy: () => open('copy'),
          onComment: () => open('comments'),
        })}
      >
        <Button>
          {taskWords.more}
          <Icon name="down" />
        </Button>
      </Dropdown>
      <Return task={task} onReturned={onReturned} />
      <Suspense>
        {dialog === 'hand-over' && <HandOverDialog task={task} onClose={close} />}
        {dialog === 'copy' && <CopyDialog caseId={task.caseId} onClose={close} />}
        {dialog === 'comments' && <CommentsDialog caseId={task.caseId} onClose={close} />}
      </Suspense>
      <Modal
        open={hold.isError}
        title={taskWords.couldNot}
        footer={null}
        onCancel={hold.reset}
        closable={{ 'aria-label': taskWords.close }}
      >
        <Failure error={hold.error} />
      </Modal>
    </>
  );
}

/** Offered where the case has a step to go back to and the reader may send it there. */
function Return({ task, onReturned }: MoreProps) {
  const { data: around } = useQuery(casesReadOptions({ path: { id: task.caseId } }));
  const [isOpen, setOpen] = useState(false);
  const canReturn = around !== undefined && around.returnTargets.length > 0;
  useInboxKeys(canReturn ? { r: () => setOpen(true) } : {});
  if (!canReturn) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{taskWords.return}</Button>
      <Suspense>
        {isOpen && (
          <ReturnDialog
            detail={around}
            choices={NO_CHOICES}
            onDone={onReturned}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
