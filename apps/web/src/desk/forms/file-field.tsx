import { Button } from 'antd';
import type { FileReference } from '@wuqing/forms';
import { useRef, useState } from 'react';
import type { FieldProps } from '../../forms/field-props.js';
import { endingOf, fileLimitsOf, referencesOf } from '../../forms/files-of-field.js';
import { Chip } from '../../kit/marks.js';
import { UploadRow } from '../../kit/upload-row.js';
import { formWords } from '../../words/form.words.js';

/** A file that has not arrived. */
interface OnItsWay {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly share: number;
  readonly problem?: string;
}

const MEGABYTE = 1_048_576;
const sizeOf = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Files of one field: what has arrived, what is on its way, and what did not arrive with the reason. */
export function FileField({ id, field, value, problem, onChange, around }: FieldProps) {
  const kept = referencesOf(value);
  const latest = useRef(kept);
  latest.current = kept;
  const { travelling, send, forget } = useSending({ field, around }, (reference) =>
    onChange([...latest.current, reference].map((one) => ({ ...one }))),
  );
  const kindOf = (name: string): string => (field.kind === 'photo' ? '图' : endingOf(name));
  const remove = (gone: FileReference) => {
    const left = kept.filter((one) => one.id !== gone.id).map((one) => ({ ...one }));
    onChange(left.length === 0 ? undefined : left);
  };
  return (
    <div className="files" role="group" aria-labelledby={`${id}-label`}>
      <FileHead id={id} field={field} onPick={send} />
      {kept.map((one) => {
        const name = around.fileName(one.id) ?? formWords.unnamedFile;
        return (
          <UploadRow
            key={one.id}
            kind={kindOf(name)}
            name={name}
            said={formWords.uploaded}
            action={<Remove name={name} onRemove={() => remove(one)} />}
          />
        );
      })}
      {travelling.map(({ key, name, bytes, share, problem: why }) => (
        <UploadRow
          key={key}
          kind={kindOf(name)}
          name={name}
          {...(why === undefined && { share })}
          said={why ?? `${Math.round(share * 100)}%，${sizeOf(bytes)}`}
          isFailed={why !== undefined}
          action={<Remove name={name} onRemove={() => forget(key)} />}
        />
      ))}
      {problem && (
        <div className="msg err" id={`${id}-problem`}>
          {problem}
        </div>
      )}
    </div>
  );
}

interface HeadProps extends Pick<FieldProps, 'id' | 'field'> {
  readonly onPick: (files: readonly File[]) => void;
}

/** What the files are, and the button over the browser's own dialog. */
function FileHead({ id, field, onPick }: HeadProps) {
  const input = useRef<HTMLInputElement>(null);
  const { maxCount, offered } = fileLimitsOf(field);
  return (
    <div className="uphead">
      <span className="lab" id={`${id}-label`}>
        {field.title}
        {field.isRequired && <span className="req"> {formWords.requiredFile}</span>}
      </span>
      {field.schema['x-reader'] === 'P' && <Chip tone="blue">{formWords.toBePublic}</Chip>}
      <span className="sp" />
      <input
        ref={input}
        id={id}
        type="file"
        aria-label={field.title}
        className="vh"
        multiple={maxCount > 1}
        accept={offered}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {field.kind === 'photo' ? formWords.takePhoto : formWords.chooseFile}
      </Button>
    </div>
  );
}

const Remove = ({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) => (
  <Button size="small" type="link" aria-label={`${formWords.remove} ${name}`} onClick={onRemove}>
    {formWords.remove}
  </Button>
);

/** Sends files one beside the other; each row tells how far it is. */
function useSending(
  { field, around }: Pick<FieldProps, 'field' | 'around'>,
  onArrived: (reference: FileReference) => void,
) {
  const [travelling, setTravelling] = useState<readonly OnItsWay[]>([]);
  const forget = (key: string) => setTravelling((now) => now.filter((one) => one.key !== key));
  const change = (key: string, what: Partial<OnItsWay>) =>
    setTravelling((now) => now.map((one) => (one.key === key ? { ...one, ...what } : one)));
  const sendOne = async (key: string, file: File) => {
    try {
      const { reference } = await around.sendFile(file, field, (share) => change(key, { share }));
      onArrived(reference);
      forget(key);
    } catch (error) {
      change(key, { problem: error instanceof Error ? error.message : formWords.notUploaded });
    }
  };
  const send = (files: readonly File[]) => {
    for (const file of files) {
      const key = crypto.randomUUID();
      setTravelling((now) => [...now, { key, name: file.name, bytes: file.size, share: 0 }]);
      void sendOne(key, file);
    }
  };
  return { travelling, send, forget };
}
