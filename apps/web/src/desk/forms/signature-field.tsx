import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import type { FieldProps } from '../../forms/field-props.js';
import { formWords } from '../../words/form.words.js';

const HEIGHT = 140;

/** The drawn strokes as a PNG file. */
async function pictureOf(canvas: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error(formWords.notUploaded);
  return new File([blob], `${formWords.sign}.png`, { type: 'image/png' });
}

/** Written by hand, sent as a picture when the hand rests; written anew, the old one goes. */
export function SignatureField({ id, field, value, problem, onChange, around }: FieldProps) {
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
    signature.addEventListener('endStroke', () => {
      const { field: of, around: by, onChange: take } = latest.current;
      pictureOf(drawn)
        .then((file) => by.sendFile(file, of, () => undefined))
        .then(({ reference }) => take([{ ...reference }]))
        .catch((error: unknown) =>
          setFailure(error instanceof Error ? error.message : formWords.notUploaded),
        );
    });
    return () => signature.off();
  }, []);
  const clear = () => {
    pad.current?.clear();
    setFailure(undefined);
    onChange(undefined);
  };
  const said = failure ?? problem;
  return (
    <>
      <canvas ref={canvas} id={id} className="sign" height={HEIGHT} aria-label={field.title} />
      <div className="row">
        <span className="s t3">{value === undefined ? '' : formWords.uploaded}</span>
        <span className="sp" />
        <Button size="small" onClick={clear}>
          {formWords.clear}
        </Button>
      </div>
      {said && (
        <div className="msg err" id={`${id}-problem`}>
          {said}
        </div>
      )}
    </>
  );
}
