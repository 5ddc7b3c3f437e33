import type { FileReference } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import type { FieldProps } from '../../forms/field-props.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { useShownFile } from './files-context.js';

const HEIGHT = 150;
/** The hand rests between two strokes of a name for less. */
const REST_MS = 600;

const referenceIn = (value: Json | undefined): FileReference | undefined =>
  Array.isArray(value) ? (value[0] as unknown as FileReference | undefined) : undefined;

async function pictureOf(canvas: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error(formWords.notUploaded);
  return new File([blob], `${formWords.sign}.png`, { type: 'image/png' });
}

/** Written by hand, kept as a picture when the hand rests; one that is there already is shown, and is written anew on wish. */
export function Signature(props: FieldProps) {
  const { field, value, onChange } = props;
  const [isDrawing, setDrawing] = useState(value === undefined);
  const reference = referenceIn(value);
  return (
    <>
      {isDrawing || !reference ? <Pad {...props} /> : <Picture reference={reference} title={field.title} />}
      {reference && (
        <button
          type="button"
          className="btn link"
          onClick={() => {
            onChange(undefined);
            setDrawing(true);
          }}
        >
          {phoneWords.signAgain}
        </button>
      )}
    </>
  );
}

/** Of this device, or as it has arrived from another one. */
function Picture({ reference, title }: { readonly reference: FileReference; readonly title: string }) {
  const { blob } = useShownFile(reference.id);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <img className="ph-sign" alt={title} height={HEIGHT} src={address ?? `/api/files/${reference.id}`} />
  );
}

/** A pad over a canvas that hands its picture over when the hand rests; `value` undefined: the paper is white again. */
function usePad({ field, value, onChange, around }: Omit<FieldProps, 'id' | 'problem'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [failure, setFailure] = useState<string>();
  const latest = useRef({ field, around, onChange });
  latest.current = { field, around, onChange };
  useEffect(() => {
    const drawn = canvas.current;
    if (!drawn) return;
    drawn.width = drawn.offsetWidth;
    const signature = new SignaturePad(drawn, { penColor: '#1d2129' });
    pad.current = signature;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const { field: of, around: by, onChange: take } = latest.current;
      pictureOf(drawn)
        .then((file) => by.sendFile(file, of, () => undefined))
        .then(({ reference }) => take([{ ...reference }]))
        .catch((error: unknown) =>
          setFailure(error instanceof Error ? error.message : formWords.notUploaded),
        );
    };
    signature.addEventListener('beginStroke', () => clearTimeout(rest));
    signature.addEventListener('endStroke', () => {
      clearTimeout(rest);
      rest = setTimeout(keep, REST_MS);
    });
    return () => {
      clearTimeout(rest);
      signature.off();
    };
  }, []);
  // Taken away from outside (「重签」).
  useEffect(() => {
    if (value === undefined) pad.current?.clear();
  }, [value]);
  return { canvas, failure };
}

function Pad({ id, problem, ...props }: FieldProps) {
  const { canvas, failure } = usePad(props);
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
