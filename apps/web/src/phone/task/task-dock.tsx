import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import {
  casesReadOptions,
  userTasksClaim,
  userTasksRelease,
  type UserTaskDetailView,
} from '../../client/api.js';
import type { ShownField } from '../../forms/form-model.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { taskWords } from '../../words/task.words.js';
import { goToField } from '../forms/go-to-field.js';
import { PhoneDock } from '../parts/phone-dock.js';
import { Sheet } from '../parts/sheet.js';
import { To } from '../parts/to.js';
import { PhoneFailure } from '../shell/page-states.js';

interface DockProps {
  readonly missing: readonly ShownField[];
  readonly task: UserTaskDetailView;
  readonly onSubmit: () => void;
}

/** Comes when it is asked for. */
const ReturnSheet = lazy(async () => ({ default: (await import('./return-sheet.js')).ReturnSheet }));
const HandOverSheet = lazy(async () => ({
  default: (await import('./hand-over-sheet.js')).HandOverSheet,
}));

const NAMES_SHOWN = 3;

/** Names what is missing, and leads to the first of it; the one action is never greyed out. */
export function TaskDock({ missing, task, onSubmit }: DockProps) {
  const [isOpen, setOpen] = useState(false);
  const [first] = missing;
  return (
    <>
      <PhoneDock
        said={
          first && (
            <button type="button" className="ph-miss" onClick={() => goToField(first.key)}>
              {formWords.missing(missing.length)}
              {missing
                .slice(0, NAMES_SHOWN)
                .map(({ title }) => title)
                .join('、')}
              {missing.length > NAMES_SHOWN && '…'}
            </button>
          )
        }
        aside={
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {phoneWords.otherThings}
          </button>
        }
      >
        <button type="button" className="btn pri" onClick={onSubmit}>
          {phoneWords.submit}
        </button>
      </PhoneDock>
      {isOpen && <More task={task} onClose={() => setOpen(false)} />}
    </>
  );
}

function More({ task, onClose }: { readonly task: UserTaskDetailView; readonly onClose: () => void }) {
  const client = useQueryClient();
  const { data: around } = useQuery(casesReadOptions({ path: { id: task.caseId } }));
  const [deed, setDeed] = useState<'return' | 'handOver'>();
  const hold = useMutation({
    mutationFn: () =>
      (task.mine ? userTasksRelease : userTasksClaim)({
        path: { id: task.id },
        body: { rowVersion: task.rowVersion },
      }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  if (deed !== undefined)
    return (
      <Suspense>
        {deed === 'handOver' && <HandOverSheet task={task} onClose={onClose} />}
        {deed === 'return' && around && <ReturnSheet around={around} onClose={onClose} />}
      </Suspense>
    );
  return (
    <Sheet title={phoneWords.otherThings} onClose={onClose}>
      <PhoneFailure error={hold.error} />
      <button type="button" className="btn blk mt2" onClick={() => hold.mutate()}>
        {task.mine ? phoneWords.release : phoneWords.claim}
      </button>
      {around && around.returnTargets.length > 0 && (
        <button type="button" className="btn blk mt2" onClick={() => setDeed('return')}>
          {phoneWords.return}
        </button>
      )}
      <button type="button" className="btn blk mt2" onClick={() => setDeed('handOver')}>
        {taskWords.handOver}
      </button>
      <To to={`/cases/${task.caseId}`} className="btn blk mt2">
        {phoneWords.seeCase}
      </To>
      {task.form && (
        <a className="btn blk mt2" href={`/app/print/tasks/${task.id}`}>
          {taskWords.print}
        </a>
      )}
    </Sheet>
  );
}
