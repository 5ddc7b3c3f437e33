import { Button } from 'antd';
import type { FileReference } from '@wuqing/forms';
import { useRef } from 'react';
import type { FieldProps } from '../../forms/field-props.js';
import { fileLimitsOf } from '../../forms/files-of-field.js';
import { useFileField, useFileRow } from '../../forms/use-file-field.js';
import { Chip } from '../../kit/marks.js';
import { UploadRow } from '../../kit/upload-row.js';
import { formWords } from '../../words/form.words.js';

/** Files of one field: each lies on the device at once and travels behind, as its row tells. */
export function FileField(props: FieldProps) {
  const { id, field, problem } = props;
  const { kept, failure, take, remove } = useFileField(props);
  return (
    <div className="files" role="group" aria-labelledby={`${id}-label`}>
      <FileHead id={id} field={field} onPick={(files) => void take(files)} />
      {kept.map((one) => (
        <Kept key={one.id} reference={one} field={field} onRemove={() => remove(one.id)} />
      ))}
      {failure && (
        <div className="msg err" role="alert">
          {failure}
        </div>
      )}
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

interface KeptProps extends Pick<FieldProps, 'field'> {
  readonly reference: FileReference;
  readonly onRemove: () => void;
}

function Kept({ reference, field, onRemove }: KeptProps) {
  const { row, deed } = useFileRow(reference, { field });
  return (
    <UploadRow
      {...row}
      action={
        <>
          {deed && (
            <Button size="small" aria-label={`${deed.label} ${row.name}`} onClick={deed.act}>
              {deed.label}
            </Button>
          )}
          <Button size="small" type="link" aria-label={`${formWords.remove} ${row.name}`} onClick={onRemove}>
            {formWords.remove}
          </Button>
        </>
      }
    />
  );
}
