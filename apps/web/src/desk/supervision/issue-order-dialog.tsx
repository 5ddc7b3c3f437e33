import { findsName } from '@wuqing/search-words/finds-name';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Picked } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { DatePicker, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import {
  ordersDraft,
  ordersIssue,
  ordersRead,
  userTasksComplete,
  userTasksRead,
  processesReadOptions,
  type OrderDraftView,
  type DraftOrderDto,
} from '../../client/api.js';
import { optionsOf } from '../../forms/options-of.js';
import { Labelled } from '../../kit/labelled.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { words } from '../../words/words.js';
import { SearchSelect } from '../forms/search-select.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

type Content = OrderDraftView & {
  readonly demands: string;
  readonly basis: string;
  readonly addressee: string;
  /** Where the order's form lets one choose, who was chosen. */
  readonly picked: readonly Picked[];
};

/** Whom an order is for where the supervisor says nothing else: as a rule the village is late. */
const VILLAGE = '村';

interface DialogProps {
  /** The case, and the broken term where it comes out of one. */
  readonly about: DraftOrderDto;
  readonly onClose: () => void;
}

/** 下发督办单 from a broken term or a case: opens the order and does its first step with what stands here. */
export function IssueOrderDialog({ about, onClose }: DialogProps) {
  const draft = useQuery({
    queryKey: ['order-draft', about],
    queryFn: async () => (await ordersDraft({ body: about })).data,
    staleTime: Infinity,
    gcTime: 0,
  });
  const [changes, setChanges] = useState<Partial<Content>>({});
  const [isTried, setTried] = useState(false);
  const issue = useIssue(about, onClose);
  const content: Content | undefined = draft.data && { ...begun(draft.data), ...changes };
  const missing = content ? missingIn(content) : [];
  return (
    <Modal
      open
      width={640}
      title={supervisionWords.issue}
      onCancel={onClose}
      cancelText={words.close}
      okText={supervisionWords.issue}
      okButtonProps={{ disabled: !content, loading: issue.isPending }}
      onOk={() => (missing.length > 0 ? setTried(true) : content && issue.mutate(content))}
    >
      <Failure error={issue.error} />
      <Answer query={draft}>
        {() =>
          content && (
            <div className="col g3">
              <Fields content={content} onChange={(change) => setChanges({ ...changes, ...change })} />
              <p className={isTried && missing.length > 0 ? 'amb b' : 's t3'} role="status">
                {missing.length > 0
                  ? supervisionWords.missing(missing.join('、'))
                  : supervisionWords.issueNote}
              </p>
            </div>
          )
        }
      </Answer>
    </Modal>
  );
}

/** Whoever holds the step is responsible, until somebody says otherwise. */
const begun = (draft: OrderDraftView): Content => ({
  ...{ demands: '', basis: '', addressee: VILLAGE, ...draft },
  picked: (draft.choices ?? []).filter(({ name }) => draft.responsible.split('、').includes(name)),
});

interface FieldsProps {
  readonly content: Content;
  readonly onChange: (change: Partial<Content>) => void;
}

const LONG = ['problem', 'demands', 'basis'] as const;

function Fields({ content, onChange }: FieldsProps) {
  return (
    <>
      <Labelled title={supervisionWords.orderTitle}>
        <Input
          value={content.title}
          maxLength={100}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Labelled>
      {LONG.map((key) => (
        <Labelled key={key} title={supervisionWords[key]}>
          <Input.TextArea
            autoSize={{ minRows: key === 'basis' ? 1 : 2, maxRows: 5 }}
            maxLength={key === 'basis' ? 500 : 2_000}
            value={content[key]}
            onChange={({ target }) => onChange({ [key]: target.value })}
          />
        </Labelled>
      ))}
      <Addressee value={content.addressee} onChange={(addressee) => onChange({ addressee })} />
      <Labelled title={supervisionWords.responsible}>
        <Responsible content={content} onChange={onChange} />
      </Labelled>
      <Labelled title={supervisionWords.feedbackDueOn}>
        <DatePicker
          className="wide"
          value={content.feedbackDueOn === '' ? null : dayjs(content.feedbackDueOn)}
          format={['YYYY-MM-DD ddd', 'YYYY-MM-DD']}
          onChange={(day) => onChange({ feedbackDueOn: day ? day.format('YYYY-MM-DD') : '' })}
        />
      </Labelled>
    </>
  );
}

/** As the order's own first form lets one choose. */
function Addressee({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { data } = useQuery(processesReadOptions({ path: { key: 'supervision-order' } }));
  const fields = (data?.firstForm?.schema as JsonObject | undefined)?.['properties'] as
    JsonObject | undefined;
  const options = optionsOf((fields?.['addressee'] ?? {}) as JsonObject);
  return (
    <Labelled title={supervisionWords.addressee}>
      <Select
        value={value}
        options={options.map((one) => ({ value: String(one.value), label: one.label }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

function Responsible({ id, content, onChange }: FieldsProps & { readonly id?: string }) {
  const { choices, responsible, picked } = content;
  const [typed, type] = useState('');
  if (choices === null)
    return (
      <Input
        id={id}
        value={responsible}
        maxLength={500}
        onChange={({ target }) => onChange({ responsible: target.value })}
      />
    );
  const items = choices.filter((one) => findsName(one, typed));
  return (
    <SearchSelect
      {...(id !== undefined && { id })}
      isList
      finding={{ items, typed, type, more: false, isLong: false, isPending: false, error: null }}
      picked={picked}
      onChange={(next) => onChange({ picked: next, responsible: next.map(({ name }) => name).join('、') })}
    />
  );
}

const REQUIRED = ['title', 'problem', 'demands', 'responsible', 'feedbackDueOn'] as const;
const nameOf = (key: (typeof REQUIRED)[number]): string =>
  key === 'title' ? supervisionWords.orderTitle : supervisionWords[key];
const missingIn = (content: Content): string[] =>
  REQUIRED.filter((key) => content[key].trim() === '').map(nameOf);

/** Three requests that another try repeats under the same keys: the order is opened and issued once. */
function useIssue(about: DraftOrderDto, onClose: () => void) {
  const key = useRef(crypto.randomUUID());
  const opened = useRef<string>(undefined);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ title, basis, choices, picked, ...said }: Content) => {
      const headers = { 'Idempotency-Key': key.current };
      const id =
        opened.current ??
        (await ordersIssue({ body: { ...about, title: title.trim() }, headers })).data.case.id;
      opened.current = id;
      const path = { id };
      const { task } = (await ordersRead({ path })).data;
      if (task?.elementId !== 'issue-order') return id;
      const { rowVersion } = (await userTasksRead({ path: { id: task.id } })).data;
      const chosen = picked.map(({ id, name }) => ({ id, name }));
      const submission = choices === null ? said : { ...said, responsible: chosen };
      await userTasksComplete({
        path: { id: task.id },
        headers,
        body: { rowVersion, submission: basis.trim() === '' ? submission : { ...submission, basis } },
      });
      return id;
    },
    onSuccess: async (caseId) => {
      onClose();
      await client.invalidateQueries();
      await navigate({ to: '/orders/$caseId', params: { caseId } });
    },
  });
}
