import type { Picked } from '@wuqing/forms';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { copiesReceivers, copiesSend, type CopyResultsView, type SendCopyDto } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { useFound } from '../../forms/use-found.js';
import { Labelled } from '../../kit/labelled.js';
import { copyWords } from '../../words/copy.words.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';
import { SearchSelect } from '../forms/search-select.js';
import { Failure } from '../states/failure.js';
import { CopyResults } from './copy-results.js';

const NOTE_MAX = 200;
/** What the API takes at once. */
const RECEIVERS_MAX = 50;

interface DialogProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** 抄送: tells people of the case who may read it already, with a sentence; it opens nothing to anybody. */
export function CopyDialog({ caseId, onClose }: DialogProps) {
  const path = { id: caseId };
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<CopyResultsView>();
  const [isTried, setTried] = useState(false);
  const send = useCommand<SendCopyDto, CopyResultsView>(
    (body, headers) => copiesSend({ path, body, headers }),
    setSent,
  );
  const isDone = sent !== undefined;
  const submit = () => {
    if (picked.length === 0) return setTried(true);
    const text = note.trim();
    send.mutate({ personIds: picked.map(({ id }) => id), ...(text !== '' && { note: text }) });
  };
  return (
    <Modal
      open
      title={copyWords.send}
      onCancel={onClose}
      cancelText={words.close}
      okText={isDone ? copyWords.done : copyWords.send}
      cancelButtonProps={isDone ? { style: { display: 'none' } } : {}}
      okButtonProps={{ loading: !isDone && send.isPending }}
      onOk={isDone ? onClose : submit}
    >
      <Failure error={send.error} />
      {isDone ? (
        <CopyResults results={sent.items} picked={picked} />
      ) : (
        <CopyFields
          caseId={caseId}
          copy={{ picked, note, isLacking: isTried && picked.length === 0 }}
          onPick={setPicked}
          onNote={setNote}
        />
      )}
    </Modal>
  );
}

interface FieldsProps extends Pick<DialogProps, 'caseId'> {
  readonly copy: { readonly picked: readonly Picked[]; readonly note: string; readonly isLacking: boolean };
  readonly onPick: (picked: readonly Picked[]) => void;
  readonly onNote: (note: string) => void;
}

function CopyFields({ caseId, copy: { picked, note, isLacking }, onPick, onNote }: FieldsProps) {
  const path = { id: caseId };
  const finding = useFound(['copy-receivers', caseId], async (search) => {
    return (await copiesReceivers({ path, body: { search } })).data;
  });
  return (
    <div className="col g3">
      <Labelled title={copyWords.to} note={formWords.required}>
        <SearchSelect
          isList
          finding={finding}
          picked={picked}
          onChange={(next) => onPick(next.slice(0, RECEIVERS_MAX))}
        />
      </Labelled>
      {isLacking && (
        <p className="amb b" role="status">
          {copyWords.nobodyYet}
        </p>
      )}
      <Labelled title={copyWords.note} note={copyWords.optional}>
        <Input.TextArea
          value={note}
          maxLength={NOTE_MAX}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => onNote(target.value)}
        />
      </Labelled>
      <p className="s t3">{copyWords.opensNothing}</p>
    </div>
  );
}
