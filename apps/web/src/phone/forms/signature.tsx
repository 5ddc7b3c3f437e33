import type { FileReference } from '@wuqing/forms';
import type { FieldProps } from '../../forms/field-props.js';
import { useSignaturePad, useSignaturePicture, useSigning } from '../../forms/use-signature-pad.js';
import { phoneWords } from '../../words/phone.words.js';

const HEIGHT = 150;

/** Written by hand, kept as a picture when the hand rests; one that is there already is shown, and is written anew on wish. */
export function Signature(props: FieldProps) {
  const { reference, isDrawing, anew } = useSigning(props);
  return (
    <>
      {isDrawing || !reference ? (
        <Pad {...props} />
      ) : (
        <Picture reference={reference} title={props.field.title} />
      )}
      {reference && (
        <button type="button" className="btn link" onClick={anew}>
          {phoneWords.signAgain}
        </button>
      )}
    </>
  );
}

const Picture = ({ reference, title }: { readonly reference: FileReference; readonly title: string }) => (
  <img className="ph-sign" alt={title} height={HEIGHT} src={useSignaturePicture(reference)} />
);

function Pad({ id, problem, ...props }: FieldProps) {
  const { canvas, failure } = useSignaturePad(props);
  return (
    <>
      <canvas
        ref={canvas}
        id={id}
        className={problem === undefined ? 'ph-sign' : 'ph-sign err'}
        height={HEIGHT}
        aria-label={props.field.title}
      />
      {failure && (
        <div className="msg err" role="alert">
          {failure}
        </div>
      )}
    </>
  );
}
