import { useState } from 'react';
import { caseCommandsReturn, type CaseDetailView } from '../../client/api.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { phoneWords } from '../../words/phone.words.js';
import { Sheet } from '../parts/sheet.js';
import { useGo } from '../parts/to.js';
import { PhoneFailure } from '../shell/page-states.js';

interface ReturnProps {
  readonly around: CaseDetailView;
  readonly onClose: () => void;
}

/** 退回补正: to a step that was really done, with a reason; the case's page tells what becomes of it. */
export function ReturnSheet({ around, onClose }: ReturnProps) {
  const go = useGo();
  const { returnTargets: targets } = around;
  const [target, setTarget] = useState(targets[0]!.elementId);
  const [reason, setReason] = useState('');
  const send = useCommand<string, CommandReply>(
    (why, headers) => caseCommandsReturn({ path: { id: around.id }, headers, body: { target, reason: why } }),
    () => go(`/cases/${around.id}`, { replace: true }),
  );
  const isLacking = reason.trim() === '';
  return (
    <Sheet title={phoneWords.return} onClose={onClose}>
      <PhoneFailure error={send.error} />
      <div className="col g3">
        <Labelled title={phoneWords.returnTo}>
          <select className="inp" value={target} onChange={({ target: chosen }) => setTarget(chosen.value)}>
            {targets.map(({ elementId, name }) => (
              <option key={elementId} value={elementId}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled title={phoneWords.returnReason}>
          <textarea
            className="ta"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target: typed }) => setReason(typed.value)}
          />
        </Labelled>
        {isLacking && <p className="t2">{phoneWords.returnLacks}</p>}
        <button
          type="button"
          className="btn pri blk"
          disabled={isLacking || send.isPending}
          onClick={() => send.mutate(reason.trim())}
        >
          {phoneWords.return}
        </button>
      </div>
    </Sheet>
  );
}
