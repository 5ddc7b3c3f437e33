import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import {
  urgesDraft,
  urgesSend,
  type SendUrgesDto,
  type UrgeDraftView,
  type UrgeResultView,
} from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';
import { UrgeRows } from './urge-rows.js';

type Role = SendUrgesDto['to'][number];
const ROLES = ['holder', 'unit-head', 'branch-secretary'] as const;
const TEXT_MAX = 500;

interface DialogProps {
  readonly clockIds: readonly string[];
  readonly onClose: () => void;
}

/** 催办: who is told, in words that are written for each and may be changed; afterwards what became of each. */
export function UrgeDialog({ clockIds, onClose }: DialogProps) {
  const drafts = useDrafts(clockIds);
  const [to, setTo] = useState<Role[]>(['holder', 'unit-head']);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [results, setResults] = useState<readonly UrgeResultView[]>();
  const send = useCommand<SendUrgesDto, { items: UrgeResultView[] }>(
    (body, headers) => urgesSend({ body, headers }),
    ({ items }) => setResults(items),
  );
  const open = (drafts.data ?? []).filter(({ bar }) => bar === null);
  const textOf = ({ clockId, text }: UrgeDraftView) => texts[clockId] ?? text;
  const isReady = open.length > 0 && to.length > 0 && open.every((one) => textOf(one).trim() !== '');
  const submit = () =>
    send.mutate({ items: open.map((one) => ({ clockId: one.clockId, text: textOf(one).trim() })), to });
  return (
    <Modal
      open
      width={600}
      title={supervisionWords.urgeHowMany(clockIds.length)}
      onCancel={onClose}
      cancelText={words.close}
      okText={results ? supervisionWords.done : supervisionWords.urgeHowMany(open.length)}
      cancelButtonProps={results ? { style: { display: 'none' } } : {}}
      okButtonProps={{ disabled: !results && !isReady, loading: !results && send.isPending }}
      onOk={results ? onClose : submit}
    >
      <Failure error={send.error} />
      <Answer query={drafts}>
        {(items) => (
          <div className="col g3">
            {!results && <TellWhom to={to} onChange={setTo} />}
            {!results &&
              open.map((draft) => (
                <UrgeText
                  key={draft.clockId}
                  title={draft.caseTitle}
                  text={textOf(draft)}
                  onChange={(text) => setTexts({ ...texts, [draft.clockId]: text })}
                />
              ))}
            <UrgeRows drafts={items} to={to} results={results} />
            {!results && <p className="s t3">{supervisionWords.urgeNote}</p>}
          </div>
        )}
      </Answer>
    </Modal>
  );
}

/** The words as the API proposes them, asked once: what somebody writes is never overwritten by a refresh. */
const useDrafts = (clockIds: readonly string[]) =>
  useQuery({
    queryKey: ['urge-drafts', clockIds],
    queryFn: async () => (await urgesDraft({ body: { clockIds: [...clockIds] } })).data.items,
    staleTime: Infinity,
    gcTime: 0,
  });

interface TellWhomProps {
  readonly to: Role[];
  readonly onChange: (to: Role[]) => void;
}

const TellWhom = ({ to, onChange }: TellWhomProps) => (
  <fieldset className="who">
    <legend>{supervisionWords.tellWhom}</legend>
    <Checkbox.Group
      value={to}
      options={ROLES.map((value) => ({ value, label: supervisionWords.roles[value] }))}
      onChange={onChange}
    />
  </fieldset>
);

interface UrgeTextProps {
  readonly title: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const UrgeText = ({ title, text, onChange }: UrgeTextProps) => (
  <label className="col">
    <span>
      <b>{title}</b> <span className="s t3">{supervisionWords.textNote}</span>
    </span>
    <Input.TextArea
      autoSize={{ minRows: 2, maxRows: 4 }}
      maxLength={TEXT_MAX}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);
