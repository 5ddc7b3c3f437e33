import type { JsonObject } from '@wuqing/kernel';

/** A form as it lies in a process's `forms/<key>.form.json` and in the database: content-addressed, never changed. */
export interface FormDefinition {
  /** kebab-case, the `zeebe:formDefinition formId` of the user task. */
  readonly key: string;
  /** Chinese. */
  readonly title: string;
  /** JSON Schema 2020-12 with the annotations `x-reader`, `x-money`, `x-mask` …; see `schema-keywords.ts`. */
  readonly schema: JsonObject;
  /** How it is shown, begun and shared by steps: `order`, `groups`, `help`, `widgets`, `rules`, `rights`, `prefill`; docs/forms.md. */
  readonly ui?: JsonObject;
}

/**
 * Who may read a field: P the public; V the village's people of the case, supervision committee, general branch and
 * the town's offices; T the handling office and the discipline office; N named persons only, each look recorded.
 */
export const readerLevels = ['P', 'V', 'T', 'N'] as const;

export type ReaderLevel = (typeof readerLevels)[number];

export const isReaderLevel = (value: unknown): value is ReaderLevel =>
  (readerLevels as readonly unknown[]).includes(value);
