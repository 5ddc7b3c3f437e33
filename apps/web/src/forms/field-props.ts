import type { FieldKind, FileReference } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import type { ComponentType } from 'react';
import type { ShownField } from './form-model.js';
import type { MeetingRoll } from './roll-state.js';

/** A file on its way from this device, or arrived. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly reference: FileReference;
}

/** How a file of a field gets to the server; rejects with a sentence that says what to do. */
export type SendFile = (
  file: File,
  field: ShownField,
  onProgress: (share: number) => void,
) => Promise<UploadedFile>;

/** What fields need beside their own value. */
export interface FieldSurroundings {
  /** The meeting that the step records. */
  readonly roll: MeetingRoll | null;
  readonly sendFile: SendFile;
  /** What a file that is already in the answer is called. */
  readonly fileName: (id: string) => string | undefined;
  readonly phrases: readonly string[];
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
