import { Checkbox, DatePicker, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { Json, JsonObject } from '@wuqing/kernel';
import { amountInWords, itemOf } from '@wuqing/forms';
import type { FieldProps } from '../../forms/field-props.js';
import { Phrases } from '../../forms/phrases.js';
import { moneyText, numberText, type NumberText } from '../../forms/number-text.js';
import { useTyped } from '../../forms/use-typed.js';
import { optionsOf } from '../../forms/options-of.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
const stateOf = (problem: string | undefined) => (problem === undefined ? {} : { status: 'error' as const });
const told = ({ problem, id }: Pick<FieldProps, 'problem' | 'id'>) =>
  problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };

export const TextField = ({ id, field, value, problem, onChange }: FieldProps) => (
  <Input
    id={id}
    value={textOf(value)}
    maxLength={Number(field.schema['maxLength'] ?? 300)}
    {...stateOf(problem)}
    {...told({ problem, id })}
    onChange={(event) => onChange(orNothing(event.target.value))}
  />
);

export const LongTextField = ({ id, field, value, problem, onChange, around }: FieldProps) => (
  <>
    <Phrases {...{ field, value, around, onChange }} />
    <Input.TextArea
      id={id}
      value={textOf(value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      maxLength={Number(field.schema['maxLength'])}
      {...stateOf(problem)}
      {...told({ problem, id })}
      onChange={(event) => onChange(orNothing(event.target.value))}
    />
  </>
);

export const NumberField = (props: FieldProps) => <Typed {...props} as={numberText} />;

/** Yuan are typed, fen are kept, and the amount stands below in words. */
export const MoneyField = (props: FieldProps) => (
  <>
    <Typed {...props} as={moneyText} suffix={formWords.yuan} />
    {typeof props.value === 'number' && props.value >= 0 && (
      <div className="msg">{amountInWords(props.value)}</div>
    )}
  </>
);

interface TypedProps extends Pick<FieldProps, 'id' | 'value' | 'problem' | 'onChange'> {
  readonly as: NumberText;
  readonly suffix?: string;
}

function Typed({ id, problem, value, onChange, as, suffix }: TypedProps) {
  const { shown, setText } = useTyped(as.shown(value), (text) => as.shown(as.read(text)));
  return (
    <Input
      id={id}
      inputMode="decimal"
      value={shown}
      suffix={suffix}
      {...stateOf(problem)}
      {...told({ problem, id })}
      onChange={({ target }) => {
        setText(target.value);
        onChange(as.read(target.value));
      }}
    />
  );
}

const dayOf = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? dayjs(value) : null);

export const DateField = ({ id, value, problem, onChange }: FieldProps) => (
  <DatePicker
    id={id}
    className="wide"
    value={dayOf(value)}
    format={['YYYY-MM-DD ddd', 'YYYY-MM-DD']}
    {...stateOf(problem)}
    {...told({ problem, id })}
    onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
  />
);

export const DateRangeField = ({ id, value, problem, onChange }: FieldProps) => {
  const { from, to } = (value ?? {}) as JsonObject;
  return (
    <DatePicker.RangePicker
      id={{ start: id, end: `${id}-to` }}
      className="wide"
      value={[dayOf(from), dayOf(to)]}
      placeholder={[formWords.from, formWords.to]}
      {...stateOf(problem)}
      onChange={(days) =>
        onChange(
          days?.[0] && days[1]
            ? { from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') }
            : undefined,
        )
      }
    />
  );
};

const SEGMENTS_MAX = 4;
const SEGMENT_LETTERS_MAX = 6;

/** A few short words stand side by side, more of them in a list; nothing is chosen before somebody chooses. */
export function ChoiceField({ id, field, value, problem, onChange }: FieldProps) {
  const options = optionsOf(field.schema);
  const isShort =
    options.length <= SEGMENTS_MAX && options.every(({ label }) => label.length <= SEGMENT_LETTERS_MAX);
  if (field.widget === 'radio' || (isShort && field.widget === undefined))
    return (
      <Radio.Group
        id={id}
        options={options}
        optionType={isShort ? 'button' : 'default'}
        buttonStyle="solid"
        value={value}
        {...told({ problem, id })}
        onChange={(event) => onChange(event.target.value as Json)}
      />
    );
  return (
    <Select
      id={id}
      className="wide"
      options={options}
      placeholder={formWords.choose}
      value={(value as string | number | undefined) ?? null}
      allowClear={{ label: words.clear }}
      {...stateOf(problem)}
      {...told({ problem, id })}
      onChange={(next: string | number | null | undefined) => onChange(next ?? undefined)}
    />
  );
}

const CHECKBOXES_MAX = 6;

export function ChoicesField({ id, field, value, problem, onChange }: FieldProps) {
  const options = optionsOf(itemOf(field.schema, field.root));
  const chosen = Array.isArray(value) ? (value as (string | number)[]) : [];
  const take = (next: (string | number)[]) => onChange(next.length === 0 ? undefined : next);
  if (options.length <= CHECKBOXES_MAX)
    return <Checkbox.Group options={options} value={chosen} onChange={(next) => take(next as string[])} />;
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      options={options}
      placeholder={formWords.choose}
      optionFilterProp="label"
      value={chosen}
      {...stateOf(problem)}
      {...told({ problem, id })}
      onChange={take}
    />
  );
}

export const YesNoField = ({ id, value, problem, onChange }: FieldProps) => (
  <Radio.Group
    id={id}
    optionType="button"
    buttonStyle="solid"
    options={[
      { value: true, label: formWords.yes },
      { value: false, label: formWords.no },
    ]}
    value={value}
    {...told({ problem, id })}
    onChange={(event) => onChange(event.target.value as boolean)}
  />
);

/** One text a line. */
export const TextsField = ({ id, value, problem, onChange }: FieldProps) => (
  <Input.TextArea
    id={id}
    placeholder={formWords.onePerLine}
    autoSize={{ minRows: 2, maxRows: 10 }}
    defaultValue={Array.isArray(value) ? value.join('\n') : ''}
    {...stateOf(problem)}
    {...told({ problem, id })}
    onChange={(event) => {
      const texts = event.target.value
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
      onChange(texts.length === 0 ? undefined : texts);
    }}
  />
);

export const PeopleField = ({ id, value, problem, onChange }: FieldProps) => (
  <Select
    id={id}
    className="wide"
    mode="tags"
    open={false}
    suffixIcon={null}
    placeholder={formWords.peopleHint}
    tokenSeparators={['、', '，', ',', '\n']}
    value={Array.isArray(value) ? (value as string[]) : []}
    {...stateOf(problem)}
    {...told({ problem, id })}
    onChange={(next: string[]) => onChange(next.length === 0 ? undefined : next)}
  />
);
