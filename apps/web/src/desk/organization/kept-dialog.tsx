import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select, type FormInstance } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { organizationFindPersonsOptions } from '../../client/api.js';
import { confirmed } from '../../client/confirmation.js';
import { words } from '../../words/words.js';
import { organizationWords } from '../../words/organization.words.js';
import { Failure } from '../states/failure.js';

interface KeptDialogProps<Values> {
  readonly title: string;
  readonly hint?: string;
  readonly initial?: Partial<Values>;
  readonly children: React.ReactNode;
  /** `id`: the same for every try of one dialog, so that what is sent twice is done once. */
  readonly send: (values: Values, id: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** One change of people and seats: its fields, its reason, and what the server found wrong with it. */
export function KeptDialog<Values extends object>(props: KeptDialogProps<Values>) {
  const { title, hint, initial, children, send, onClose } = props;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>();
  const [isSent, setSent] = useState(false);
  const submit = (values: Values) => {
    setError(undefined);
    setSent(true);
    confirmed(() => send(values, id))
      .then(() => client.invalidateQueries({ queryKey: [{ tags: ['organization'] }] }))
      .then(onClose)
      .catch(setError)
      .finally(() => setSent(false));
  };
  return (
    <Modal open title={title} footer={null} onCancel={onClose}>
      <Form
        form={form as FormInstance}
        layout="vertical"
        requiredMark={false}
        initialValues={initial as object}
        onFinish={submit}
      >
        {hint && <p className="t2">{hint}</p>}
        <Failure error={error} />
        {children}
        <Form.Item
          name="reason"
          label={organizationWords.reason}
          rules={[{ required: true, whitespace: true, message: organizationWords.reason }]}
        >
          <Input.TextArea maxLength={200} autoSize />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isSent}>
          {words.save}
        </Button>
      </Form>
    </Modal>
  );
}

export const dayIn = (day: Dayjs): string => day.format('YYYY-MM-DD');

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly isRequired?: boolean;
}

const rulesOf = ({ label, isRequired = true }: FieldProps) =>
  isRequired ? [{ required: true, message: label }] : [];

export const DayField = (props: FieldProps) => (
  <Form.Item name={props.name} label={props.label} rules={rulesOf(props)}>
    <DatePicker style={{ width: '100%' }} />
  </Form.Item>
);

export const TextField = (props: FieldProps) => (
  <Form.Item name={props.name} label={props.label} rules={rulesOf(props)}>
    <Input maxLength={50} autoComplete="off" />
  </Form.Item>
);

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export const ChoiceField = ({ options, ...props }: ChoiceProps) => (
  <Form.Item name={props.name} label={props.label} rules={rulesOf(props)}>
    <Select options={[...options]} showSearch={{ optionFilterProp: 'label' }} />
  </Form.Item>
);

/** Somebody of the township, found by a part of his name. */
export const PersonField = (props: FieldProps) => (
  <Form.Item name={props.name} label={props.label} rules={rulesOf(props)}>
    <FoundPerson />
  </Form.Item>
);

interface FoundPersonProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
}

function FoundPerson(props: FoundPersonProps) {
  const [q, search] = useState('');
  const { data } = useQuery({ ...organizationFindPersonsOptions({ query: { q } }), enabled: q !== '' });
  const options = (data?.items ?? []).map(({ id, name, unitName, birthDate }) => ({
    value: id,
    label: `${name}（${[unitName, birthDate?.slice(0, 4)].filter(Boolean).join('，')}）`,
  }));
  return (
    <Select
      {...props}
      options={options}
      placeholder={organizationWords.findPerson}
      notFoundContent={null}
      showSearch={{ filterOption: false, onSearch: (text) => search(text.trim().slice(0, 50)) }}
    />
  );
}
