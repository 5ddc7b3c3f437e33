import type { FileReference } from '@wuqing/forms';
import { Button } from 'antd';
import { useShownFile } from '../../device/files-context.js';
import type { FieldProps } from '../../forms/field-props.js';
import { useSignaturePad, useSignaturePicture, useSigning } from '../../forms/use-signature-pad.js';
import { formWords } from '../../words/form.words.js';

const HEIGHT = 140;

/** Written by hand, kept as a picture when the hand rests; one that is there already is shown, and is written anew on wish. */
export function SignatureField(props: FieldProps) {
  const { reference, isDrawing, anew } = useSigning(props);
  return (
    <>
      {isDrawing || !reference ? (
        <Pad {...props} />
      ) : (
        <Picture reference={reference} title={props.field.title} />
      )}
      <div className="row">
        {reference && <Standing reference={reference} />}
        <span className="sp" />
        <Button size="small" onClick={anew}>
          {formWords.clear}
        </Button>
      </div>
    </>
  );
}

interface PictureProps {
  readonly reference: FileReference;
  readonly title: string;
}

const Picture = ({ reference, title }: PictureProps) => (
  <img className="sign" alt={title} height={HEIGHT} src={useSignaturePicture(reference)} />
);

function Standing({ reference }: Pick<PictureProps, 'reference'>) {
  const { said, isFailed } = useShownFile(reference.id);
  return <span className={isFailed ? 's red' : 's t3'}>{said}</span>;
}

function Pad({ id, problem, ...props }: FieldProps) {
  const { canvas, failure } = useSignaturePad(props);
  const said = failure ?? problem;
  return (
    <>
      <canvas ref={canvas} id={id} className="sign" height={HEIGHT} aria-label={props.field.title} />
      {said && (
        <div className="msg err" id={`${id}-problem`}>
          {said}
        </div>
      )}
    </>
  );
}
