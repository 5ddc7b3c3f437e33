import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { slipsSend, type SendSlipDto, type SlipKindView, type SlipView } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { slipWords } from '../../words/slip.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

const SUBJECT_MAX = 100;
const SEALED_MAX = 10_000;

interface DialogProps {
  readonly kinds: readonly SlipKindView[];
  readonly onTaken: (slip: SlipView) => void;
  readonly onClose: () => void;
}

/** 发出流转单. What is sealed is kept in this dialog until it is sent, and in no draft. */
export function SendSlipDialog({ kinds, onTaken, onClose }: DialogProps) {
  const [said, setSaid] = useState<SendSlipDto>(() => begun(kinds[0]!));
  const [isTried, setTried] = useState(false);
  const send = useCommand<SendSlipDto, SlipView>((body, headers) => slipsSend({ body, headers }), onTaken);
  const kind = kinds.find(({ key }) => key === said.kind) ?? kinds[0]!;
  const missing = missingIn(said);
  return (
    <Modal
      open
      width={640}
      title={slipWords.send}
      onCancel={onClose}
      cancelText={words.close}
      okText={slipWords.send}
      okButtonProps={{ loading: send.isPending }}
      onOk={() => (missing.length > 0 ? setTried(true) : send.mutate(said))}
    >
      <Failure error={send.error} />
      <div className="col g3">
        <Addressed kinds={kinds} kind={kind} said={said} onChange={setSaid} />
        <Words said={said} onChange={setSaid} />
        <p className={isTried && missing.length > 0 ? 'amb b' : 's t3'} role="status">
          {isTried && missing.length > 0
            ? slipWords.missing(missing.join('、'))
            : slipWords.mustBeReceived(kind.receiptDueOn)}
        </p>
      </div>
    </Modal>
  );
}

/** From the first unit of the sender, and to the office where there is only one. */
const begun = ({ key, from, to }: SlipKindView): SendSlipDto => ({
  kind: key,
  fromUnitId: from[0]!.id,
  toUnitId: to.length === 1 ? to[0]!.id : '',
  subject: '',
  content: '',
});

interface PartProps {
  readonly said: SendSlipDto;
  readonly onChange: (said: SendSlipDto) => void;
}

const optionsOf = (units: SlipKindView['from']) => units.map(({ id, name }) => ({ value: id, label: name }));

function Addressed({
  kinds,
  kind,
  said,
  onChange,
}: PartProps & { readonly kinds: readonly SlipKindView[]; readonly kind: SlipKindView }) {
  const choose = (key: string) => {
    const next = kinds.find((one) => one.key === key);
    if (next) onChange({ ...begun(next), subject: said.subject, content: said.content });
  };
  return (
    <>
      <Labelled title={slipWords.kind} note={kind.note}>
        <Select
          value={kind.key}
          options={kinds.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={choose}
        />
      </Labelled>
      <Labelled title={slipWords.from}>
        <Select
          value={said.fromUnitId}
          options={optionsOf(kind.from)}
          onChange={(fromUnitId) => onChange({ ...said, fromUnitId })}
        />
      </Labelled>
      <Labelled title={slipWords.to}>
        <Select
          value={said.toUnitId === '' ? undefined : said.toUnitId}
          options={optionsOf(kind.to)}
          onChange={(toUnitId) => onChange({ ...said, toUnitId })}
        />
      </Labelled>
    </>
  );
}

const Words = ({ said, onChange }: PartProps) => (
  <>
    <Labelled title={slipWords.subject} note={slipWords.subjectNote}>
      <Input
        value={said.subject}
        maxLength={SUBJECT_MAX}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...said, subject: target.value })}
      />
    </Labelled>
    <Labelled title={slipWords.content} note={slipWords.contentNote}>
      <Input.TextArea
        value={said.content}
        maxLength={SEALED_MAX}
        autoComplete="off"
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={({ target }) => onChange({ ...said, content: target.value })}
      />
    </Labelled>
  </>
);

const missingIn = ({ toUnitId, subject, content }: SendSlipDto): string[] => [
  ...(toUnitId === '' ? [slipWords.to] : []),
  ...(subject.trim() === '' ? [slipWords.subject] : []),
  ...(content.trim() === '' ? [slipWords.content] : []),
];
