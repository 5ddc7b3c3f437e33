import type { FileReference } from '@wuqing/forms';
import { useRef, useState } from 'react';
import { tryToSend } from '../../device/travelling-files.js';
import type { FieldProps } from '../../forms/field-props.js';
import { endingOf, fileLimitsOf, referencesOf } from '../../forms/files-of-field.js';
import { Icon } from '../../kit/icon.js';
import { UploadRow } from '../../kit/upload-row.js';
import { formWords } from '../../words/form.words.js';
import { partWords } from '../../words/part.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { useShownFile } from './files-context.js';

/** Photos by the camera or from the album, files from the phone: each lies on the device at once and travels behind. */
export function Upload({ id, field, value, onChange, around }: FieldProps) {
  const [failure, setFailure] = useState<string>();
  const kept = referencesOf(value);
  const latest = useRef(kept);
  latest.current = kept;
  const isPhoto = field.kind === 'photo';
  const put = (next: readonly FileReference[]) => {
    latest.current = next;
    onChange(next.length === 0 ? undefined : next.map((one) => ({ ...one })));
  };
  const take = async (files: readonly File[]) => {
    setFailure(undefined);
    for (const file of files)
      try {
        const { reference } = await around.sendFile(file, field, () => undefined);
        put([...latest.current, reference]);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : formWords.notUploaded);
      }
  };
  return (
    <div role="group" aria-label={field.title}>
      {kept.map((one) => (
        <Kept
          key={one.id}
          reference={one}
          title={field.title}
          isPhoto={isPhoto}
          onRemove={() => put(latest.current.filter((other) => other.id !== one.id))}
        />
      ))}
      <Picks id={id} field={field} count={kept.length} onPick={take} />
      {failure && (
        <div className="msg err" role="alert">
          {failure}
        </div>
      )}
    </div>
  );
}

interface PicksProps extends Pick<FieldProps, 'id' | 'field'> {
  /** How many files are there already. */
  readonly count: number;
  readonly onPick: (files: readonly File[]) => Promise<void>;
}

/** The ways to one more file; none where the field is full. */
function Picks({ id, field, count, onPick }: PicksProps) {
  const { maxCount, offered } = fileLimitsOf(field);
  const isPhoto = field.kind === 'photo';
  if (count >= maxCount) return null;
  return (
    <div className="row mt1">
      {isPhoto && (
        <PickButton
          id={id}
          icon="camera"
          label={count === 0 ? phoneWords.takePhoto : phoneWords.takeAnother}
          accept="image/*"
          isCamera
          isMany={false}
          onPick={onPick}
        />
      )}
      <PickButton
        id={isPhoto ? `${id}-album` : id}
        icon={isPhoto ? 'picture' : 'paper'}
        label={isPhoto ? phoneWords.fromAlbum : phoneWords.chooseFile}
        accept={offered}
        isMany={maxCount > 1}
        onPick={onPick}
      />
    </div>
  );
}

interface PickProps {
  readonly id: string;
  readonly icon: 'camera' | 'picture' | 'paper';
  readonly label: string;
  readonly accept: string;
  readonly isCamera?: boolean;
  readonly isMany: boolean;
  readonly onPick: (files: readonly File[]) => Promise<void>;
}

/** A button over the phone's own dialog for files. */
const PickButton = ({ id, icon, label, accept, isCamera, isMany, onPick }: PickProps) => (
  <label className="btn sp ph-pick">
    <Icon name={icon} />
    {label}
    <input
      id={id}
      type="file"
      className="vh"
      accept={accept}
      multiple={isMany}
      {...(isCamera && { capture: 'environment' })}
      onChange={(event) => {
        void onPick([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  </label>
);

interface KeptProps {
  readonly reference: FileReference;
  readonly title: string;
  readonly isPhoto: boolean;
  readonly onRemove: () => void;
}

function Kept({ reference, title, isPhoto, onRemove }: KeptProps) {
  const { name = title, travel, file } = useShownFile(reference.id);
  const isUnderWay = file !== undefined && file.arrived === undefined && travel?.arrived === undefined;
  const failed = isUnderWay ? travel?.problem : undefined;
  const said = !isUnderWay
    ? formWords.uploaded
    : failed === undefined
      ? `${Math.round((travel?.share ?? 0) * 100)}%`
      : navigator.onLine
        ? failed
        : phoneWords.waiting;
  return (
    <UploadRow
      kind={isPhoto ? '图' : endingOf(name)}
      name={name}
      {...(isUnderWay && failed === undefined && { share: travel?.share ?? 0 })}
      said={said}
      isFailed={failed !== undefined && navigator.onLine}
      action={
        <>
          {failed !== undefined && file && (
            <button type="button" className="btn link" onClick={() => tryToSend(file)}>
              {partWords.uploadAgain}
            </button>
          )}
          <button
            type="button"
            className="btn link"
            aria-label={`${formWords.remove} ${name}`}
            onClick={onRemove}
          >
            {formWords.remove}
          </button>
        </>
      }
    />
  );
}
