import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { lettersIssue, type IssueLetterDto, type LetterKindView, type LetterView } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { letterWords } from '../../words/letter.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

interface DialogProps {
  readonly kinds: readonly LetterKindView[];
  /** The letter whose next rung it is. */
  readonly before: LetterView | null;
  readonly onTaken: (letter: LetterView) => void;
  readonly onClose: () => void;
}

type Said = IssueLetterDto & { readonly basis: string };

/** 发函. */
export function IssueLetterDialog({ kinds, before, onTaken, onClose }: DialogProps) {
  const [said, setSaid] = useState<Said>(() => begun(kinds[0]!, before));
  const [isTried, setTried] = useState(false);
  const send = useCommand<Said, LetterView>(
    ({ basis, ...body }, headers) =>
      lettersIssue({ body: { ...body, ...(basis.trim() !== '' && { basis }) }, headers }),
    onTaken,
  );
  const kind = kinds.find(({ key }) => key === said.kind) ?? kinds[0]!;
  const missing = missingIn(said, kind);
  return (
    <Modal
      open
      width={720}
      title={letterWords.issue}
      onCancel={onClose}
      cancelText={words.close}
      okText={letterWords.issue}
      okButtonProps={{ loading: send.isPending }}
      onOk={() => (missing.length > 0 ? setTried(true) : send.mutate(said))}
    >
      <Failure error={send.error} />
      <div className="col g3">
        <Addressed kinds={kinds} kind={kind} said={said} isFixed={before !== null} onChange={setSaid} />
        <Words kind={kind} said={said} onChange={setSaid} />
        <p className={isTried && missing.length > 0 ? 'amb b' : 's t3'} role="status">
          {isTried && missing.length > 0
            ? letterWords.missing(missing.join('、'))
            : letterWords.mustBeAnswered(kind.answerBy)}
        </p>
      </div>
    </Modal>
  );
}

const begun = ({ key, from }: LetterKindView, before: LetterView | null): Said => ({
  kind: key,
  fromUnitId: before?.fromUnit.id ?? from[0]!.id,
  toUnitId: before?.toUnit.id ?? '',
  ...(before && { followsId: before.id }),
  matter: before?.matter ?? '',
  facts: '',
  demand: '',
  basis: '',
});

interface PartProps {
  readonly kind: LetterKindView;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

const optionsOf = (units: LetterKindView['from']) =>
  units.map(({ id, name }) => ({ value: id, label: name }));

interface AddressedProps extends PartProps {
  readonly kinds: readonly LetterKindView[];
  /** Between whom the letter before went, this one goes. */
  readonly isFixed: boolean;
}

const Addressed = ({ kinds, kind, said, isFixed, onChange }: AddressedProps) => (
  <>
    <Labelled title={letterWords.kind} note={kind.note}>
      <Select
        value={kind.key}
        options={kinds.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(key) => onChange({ ...said, kind: key })}
      />
    </Labelled>
    <Labelled title={letterWords.from}>
      <Select
        value={said.fromUnitId}
        disabled={isFixed}
        options={optionsOf(kind.from)}
        onChange={(fromUnitId) => onChange({ ...said, fromUnitId })}
      />
    </Labelled>
    <Labelled title={letterWords.to}>
      <Select
        showSearch
        optionFilterProp="label"
        value={said.toUnitId === '' ? undefined : said.toUnitId}
        disabled={isFixed}
        options={optionsOf(kind.to)}
        onChange={(toUnitId) => onChange({ ...said, toUnitId })}
      />
    </Labelled>
  </>
);

const Words = ({ kind, said, onChange }: PartProps) => (
  <>
    <Labelled title={letterWords.matter} note={letterWords.matterNote}>
      <Input
        value={said.matter}
        maxLength={60}
        onChange={({ target }) => onChange({ ...said, matter: target.value })}
      />
    </Labelled>
    {(['facts', 'demand'] as const).map((name) => (
      <Labelled key={name} title={letterWords[name]}>
        <Input.TextArea
          value={said[name]}
          maxLength={3_000}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={({ target }) => onChange({ ...said, [name]: target.value })}
        />
      </Labelled>
    ))}
    {kind.needsBasis && (
      <Labelled title={letterWords.basis}>
        <Input
          value={said.basis}
          maxLength={200}
          onChange={({ target }) => onChange({ ...said, basis: target.value })}
        />
      </Labelled>
    )}
  </>
);

const missingIn = ({ toUnitId, matter, facts, demand, basis }: Said, kind: LetterKindView): string[] => [
  ...(toUnitId === '' ? [letterWords.to] : []),
  ...(matter.trim() === '' ? [letterWords.matter] : []),
  ...(facts.trim() === '' ? [letterWords.facts] : []),
  ...(demand.trim() === '' ? [letterWords.demand] : []),
  ...(kind.needsBasis && basis.trim() === '' ? [letterWords.basis] : []),
];
