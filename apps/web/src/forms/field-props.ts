import type { FieldKind, FileReference } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import type { ComponentType } from 'react';
import type { Choices } from './choices.js';
import type { ShownField } from './form-model.js';
import type { MeetingRoll } from './roll-state.js';

/** Takes a file for a field: it lies on the device at once and travels behind. Rejects with a sentence that says what to do. */
export type SendFile = (file: File, field: ShownField) => Promise<FileReference>;

/** What fields need beside their own value. */
export interface FieldSurroundings {
  /** The meeting that the step records. */
  readonly roll: MeetingRoll | null;
  readonly sendFile: SendFile;
  /** A file that was taken out of the answer again. */
  readonly dropFile: (id: string) => void;
  /** For fields in which somebody says what he thinks (`Phrases`). */
  readonly phrases: readonly string[];
  /** Whom its fields of people and villages may name. */
  readonly choices: Choices;
  /** How a field is drawn that stands inside of another one. */
  readonly field: ComponentType<FieldProps>;
}

/** A field as a kit draws it: a controlled value, undefined while nobody filled it in. */
export interface FieldProps {
  readonly field: ShownField;
  readonly value: Json | undefined;
  readonly problem: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly around: FieldSurroundings;
  /** For its label. */
  readonly id: string;
}

/** One component for each kind; what reads and prints a value needs no kit (`value-text.ts`). */
export type FieldKit = Readonly<Record<FieldKind, ComponentType<FieldProps>>>;
