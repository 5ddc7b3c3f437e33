import type { Json } from '@wuqing/kernel';
import { useState } from 'react';
import { amountInWords } from '@wuqing/forms';
import type { FieldProps } from '../../forms/field-props.js';
import { Phrases } from '../../forms/phrases.js';
import { fenOf, yuanOf } from '../../forms/money.js';
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

/** What is no number stays text: its sentence is better than a silent gap. */
const numberOf = (text: string): Json | undefined => {
  if (text.trim() === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
};

export const NumberField = ({ id, value, problem, onChange }: FieldProps) => (
  <Typed
    id={id}
    problem={problem}
    value={textOf(value)}
    onType={(text) => onChange(numberOf(text))}
    means={(text) => textOf(numberOf(text))}
  />
);

const yuanText = (value: Json | undefined): string =>
  typeof value === 'number' ? yuanOf(value).replaceAll(',', '') : textOf(value);
const fenIn = (text: string): Json | undefined => (text.trim() === '' ? undefined : fenOf(text));

/** Yuan are typed, fen are kept, and the amount stands below in words. */
export const MoneyField = ({ id, value, problem, onChange }: FieldProps) => (
  <>
    <Typed
      id={id}
      problem={problem}
      value={yuanText(value)}
      onType={(text) => onChange(fenIn(text))}
      means={(text) => yuanText(fenIn(text))}
      unit={formWords.yuan}
    />
    {typeof value === 'number' && value >= 0 && <div className="msg">{amountInWords(value)}</div>}
  </>
);

interface TypedProps extends Pick<FieldProps, 'id' | 'problem'> {
  /** As the answer has it. */
  readonly value: string;
  readonly onType: (text: string) => void;
  /** What a text comes to, as the answer would have it. */
  readonly means: (text: string) => string;
  readonly unit?: string;
}

/** Keeps what was typed (「12.」) as long as it means what the answer has. */
function Typed({ id, problem, value, onType, means, unit }: TypedProps) {
  const [text, setText] = useState(value);
  const shown = means(text) === value ? text : value;
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
          onType(target.value);
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
