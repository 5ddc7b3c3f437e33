import type { FieldProblem } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import { useMemo, useState } from 'react';
import { answerOf, groupsOf, withValue, type StepForm } from './form-model.js';
import { hiddenSignsOf, missingFields, problemsByField, reviewOf } from './missing-fields.js';

interface FormOptions {
  readonly step: StepForm;
  /** Of the step in its own process. */
  readonly elementId: string;
  readonly initial: JsonObject;
  /** What else is wrong with an answer, by JSON Pointer: a roll that is not whole. */
  readonly more: (data: JsonObject) => readonly Pick<FieldProblem, 'path' | 'message'>[];
}

type Sentences = Readonly<Record<string, string>>;
const NONE: Sentences = {};

/**
 * The answer while it is written: its values, what is shown of it, and what keeps it from being sent. A field's sentence is
 * shown once its field was left or a submission was tried; what the server refused, until the field is written anew.
 */
export function useForm({ step, elementId, initial, more }: FormOptions) {
  const [data, setData] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState(NONE);
  const groups = useMemo(() => groupsOf(step, data), [step, data]);
  const problems = useMemo(
    () => problemsByField([...hiddenSignsOf(step, data), ...reviewOf(step, data, elementId), ...more(data)]),
    [step, data, elementId, more],
  );
  const set = (key: string, value: Json | undefined) => {
    setData((before) => withValue(before, key, value));
    setTouched((before) => new Set([...before, key]));
    setRefused(({ [key]: _old, ...others }) => others);
  };
  const sentenceOf = (key: string): string | undefined =>
    refused[key] ?? (isTried || touched.has(key) ? problems[key] : undefined);
  return {
    data,
    groups,
    set,
    sentenceOf,
    missing: missingFields(step, data, problems),
    answer: () => answerOf(step, data),
    /** Shows every sentence from now on. */
    tryToSend: () => setTried(true),
    refuse: (sentences: Sentences) => setRefused(sentences),
  };
}

export type FormState = ReturnType<typeof useForm>;
