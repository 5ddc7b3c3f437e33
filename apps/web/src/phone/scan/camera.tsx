import { useEffect, useRef } from 'react';
import { phoneWords } from '../../words/phone.words.js';

const LOOK_EVERY_MS = 250;

interface CameraProps {
  readonly onRead: (text: string) => void;
  readonly onFailure: () => void;
}

/** The camera's picture, looked at four times a second until a code is read; the camera is off when the page is left. */
export function Camera({ onRead, onFailure }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onRead, onFailure });
  latest.current = { onRead, onFailure };
  useEffect(() => {
    let isLeft = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const shown = video.current;
      if (isLeft || !shown) return;
      const { codeIn } = await import('./code-in-picture.js');
      const picture = shown.readyState >= 2 ? await createImageBitmap(shown) : undefined;
      const text = picture && (await codeIn(picture));
      picture?.close();
      if (isLeft) return;
      if (text !== undefined && text !== '') return latest.current.onRead(text);
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isLeft) return stream.getTracks().forEach((track) => track.stop());
      if (video.current) video.current.srcObject = stream;
      void look();
    };
    void open().catch(() => latest.current.onFailure());
    return () => {
      isLeft = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <>
      <video ref={video} className="ph-video" autoPlay playsInline muted aria-label={phoneWords.scanNotice} />
      <p className="t2">{phoneWords.scanNotice}</p>
    </>
  );
}
