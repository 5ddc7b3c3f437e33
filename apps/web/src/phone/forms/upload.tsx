import type { FileReference } from '@wuqing/forms';
import type { FieldProps } from '../../forms/field-props.js';
import { fileLimitsOf } from '../../forms/files-of-field.js';
import { useFileField, useFileRow } from '../../forms/use-file-field.js';
import { Icon } from '../../kit/icon.js';
import { UploadRow } from '../../kit/upload-row.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';

/** Photos by the camera or from the album, files from the phone: each lies on the device at once and travels behind. */
export function Upload(props: FieldProps) {
  const { id, field } = props;
  const { kept, failure, take, remove } = useFileField(props);
  return (
    <div role="group" aria-label={field.title}>
      {kept.map((one) => (
        <Kept key={one.id} reference={one} field={field} onRemove={() => remove(one.id)} />
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
  const { maxCount, takesPhotos, offered } = fileLimitsOf(field);
  const isPhoto = field.kind === 'photo';
  if (count >= maxCount) return null;
  return (
    <div className="row mt1">
      {takesPhotos && (
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
        id={takesPhotos ? `${id}-more` : id}
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
            <button
              type="button"
              className="btn link"
              aria-label={`${deed.label} ${row.name}`}
              onClick={deed.act}
            >
              {deed.label}
            </button>
          )}
          <button
            type="button"
            className="btn link"
            aria-label={`${formWords.remove} ${row.name}`}
            onClick={onRemove}
          >
            {formWords.remove}
          </button>
        </>
      }
    />
  );
}
