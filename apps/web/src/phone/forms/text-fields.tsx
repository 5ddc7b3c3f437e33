import type { Json } from '@wuqing/kernel';
import { useState } from 'react';
import { amountInWords } from '@wuqing/forms';
import type { FieldProps } from '../../forms/field-props.js';
import { Phrases } from '../../forms/phrases.js';
import { moneyText, numberText, type NumberText } from '../../forms/number-text.js';
import { useTyped } from '../../forms/use-typed.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { look, told } from './told.js';

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
const TEXT_MAX = 300;

export const TextField = ({ id, field, value, problem, onChange }: FieldProps) => (
  <input
    id={id}
    className={look('inp', problem)}
    value={textOf(value)}
    maxLength={Number(field.schema['maxLength'] ?? TEXT_MAX)}
    {...told({ problem, id })}
    onChange={({ target }) => onChange(orNothing(target.value))}
  />
);

export const LongTextField = ({ id, field, value, problem, onChange, around }: FieldProps) => (
  <>
    <Phrases {...{ field, value, around, onChange }} />
    <textarea
      id={id}
      className={look('ta', problem)}
      value={textOf(value)}
      rows={4}
      placeholder={phoneWords.orSpeak}
      {...(field.schema['maxLength'] !== undefined && { maxLength: Number(field.schema['maxLength']) })}
      {...told({ problem, id })}
      onChange={({ target }) => onChange(orNothing(target.value))}
    />
  </>
);

export const NumberField = (props: FieldProps) => <Typed {...props} as={numberText} />;

/** Yuan are typed, fen are kept, and the amount stands below in words. */
export const MoneyField = (props: FieldProps) => (
  <>
    <Typed {...props} as={moneyText} unit={formWords.yuan} />
    {typeof props.value === 'number' && props.value >= 0 && (
      <div className="msg">{amountInWords(props.value)}</div>
    )}
  </>
);

interface TypedProps extends Pick<FieldProps, 'id' | 'value' | 'problem' | 'onChange'> {
  readonly as: NumberText;
  readonly unit?: string;
}

function Typed({ id, problem, value, onChange, as, unit }: TypedProps) {
  const { shown, setText } = useTyped(as.shown(value), (text) => as.shown(as.read(text)));
  return (
    <div className={unit ? 'ph-unit' : undefined}>
      <input
        id={id}
        className={look('inp', problem)}
        inputMode="decimal"
        value={shown}
        {...told({ problem, id })}
        onChange={({ target }) => {
          setText(target.value);
          onChange(as.read(target.value));
        }}
      />
      {unit && <span className="t2">{unit}</span>}
    </div>
  );
}

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** One text a line. */
export function TextsField({ id, value, problem, onChange }: FieldProps) {
  const lines = Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
  const [text, setText] = useState(lines.join('\n'));
  const shown = linesOf(text).join('\n') === lines.join('\n') ? text : lines.join('\n');
  return (
    <textarea
      id={id}
      className={look('ta', problem)}
      rows={3}
      placeholder={formWords.onePerLine}
      value={shown}
      {...told({ problem, id })}
      onChange={({ target }) => {
        setText(target.value);
        const next = linesOf(target.value);
        onChange(next.length === 0 ? undefined : next);
      }}
    />
  );
}
