import type { FileReference } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { useShownFile } from '../device/files-context.js';
import { formWords } from '../words/form.words.js';
import type { FieldProps } from './field-props.js';
import { referencesOf } from './files-of-field.js';

/** The hand rests between two strokes of a name for less. */
const REST_MS = 600;

/** The signature that an answer holds. */
export const signatureIn = (value: Json | undefined): FileReference | undefined => referencesOf(value)[0];

async function pictureOf(canvas: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error(formWords.notUploaded);
  return new File([blob], `${formWords.sign}.png`, { type: 'image/png' });
}

/** A pad over a canvas that hands its picture over when the hand rests; `value` undefined: the paper is white again. */
export function useSignaturePad({ field, value, onChange, around }: Omit<FieldProps, 'id' | 'problem'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [failure, setFailure] = useState<string>();
  const latest = useRef({ field, value, around, onChange });
  latest.current = { field, value, around, onChange };
  useEffect(() => {
    const drawn = canvas.current;
    if (!drawn) return;
    drawn.width = drawn.offsetWidth;
    const signature = new SignaturePad(drawn, { penColor: '#1d2129' });
    pad.current = signature;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      const { field: of, value: before, around: by, onChange: take } = latest.current;
      try {
        const reference = await by.sendFile(await pictureOf(drawn), of);
        const old = signatureIn(before);
        if (old) by.dropFile(old.id);
        take([{ ...reference }]);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : formWords.notUploaded);
      }
    };
    signature.addEventListener('beginStroke', () => clearTimeout(rest));
    signature.addEventListener('endStroke', () => {
      clearTimeout(rest);
      rest = setTimeout(() => void keep(), REST_MS);
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

/** Where a signature can be looked at: on this device, or at the server where it came from another one. */
export function useSignaturePicture({ id }: FileReference): string {
  const blob = useShownFile(id).file?.blob;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address ?? `/api/files/${id}`;
}

/** Whether one is written, or the one that is there is shown; written anew, the old one goes. */
export function useSigning({ value, onChange, around }: Pick<FieldProps, 'value' | 'onChange' | 'around'>) {
  const [isDrawing, setDrawing] = useState(value === undefined);
  const reference = signatureIn(value);
  const anew = () => {
    if (reference) around.dropFile(reference.id);
    onChange(undefined);
    setDrawing(true);
  };
  return { reference, anew, isDrawing: isDrawing || reference === undefined };
}
