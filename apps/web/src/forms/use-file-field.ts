import type { FileReference } from '@wuqing/forms';
import { useRef, useState } from 'react';
import { useShownFile, type FileDeed } from '../device/files-context.js';
import { pauseFile, tryToSend } from '../device/travelling-files.js';
import { formWords } from '../words/form.words.js';
import { partWords } from '../words/part.words.js';
import type { FieldProps } from './field-props.js';
import { endingOf, referencesOf } from './files-of-field.js';

/** The files of one field: how more are taken, and how one is taken out. */
export function useFileField({ field, value, onChange, around }: FieldProps) {
  const [failure, setFailure] = useState<string>();
  const kept = referencesOf(value);
  const latest = useRef(kept);
  latest.current = kept;
  const put = (next: readonly FileReference[]) => {
    latest.current = next;
    onChange(next.length === 0 ? undefined : next.map((one) => ({ ...one })));
  };
  const take = async (files: readonly File[]) => {
    setFailure(undefined);
    for (const file of files)
      try {
        const reference = await around.sendFile(file, field);
        put([...latest.current, reference]);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : formWords.notUploaded);
      }
  };
  const remove = (id: string) => {
    around.dropFile(id);
    put(latest.current.filter((other) => other.id !== id));
  };
  return { kept, failure, take, remove };
}

const DEEDS: Readonly<Record<FileDeed, string>> = {
  pause: partWords.pause,
  resume: partWords.resume,
  again: partWords.uploadAgain,
};

/** One file of a field as its row shows it. */
export function useFileRow({ id }: FileReference, { field }: Pick<FieldProps, 'field'>) {
  const { name = field.title, file, deed, share, said, isFailed } = useShownFile(id);
  return {
    row: {
      kind: field.kind === 'photo' ? formWords.picture : endingOf(name),
      name,
      said,
      isFailed,
      ...(share !== undefined && { share }),
    },
    /** What can be done with it now, beside taking it out. */
    deed: deed &&
      file && { label: DEEDS[deed], act: () => (deed === 'pause' ? pauseFile(id) : tryToSend(file)) },
  };
}
