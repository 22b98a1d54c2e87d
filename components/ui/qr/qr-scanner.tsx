/**
 * Reads QR codes by camera or from a picture and gives their texts to the caller, who also offers a box to paste the text into.
 * The camera is asked for by a press, never by itself.
 */
'use client';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { openPicture } from './pixels';
import { createQrReader } from './qr-reader';
import { ScannerControls } from './scanner-controls';
import { scannerStrings } from './scanner-strings';
import { useCamera } from './use-camera';
import { useReading } from './use-reading';

type Props = {
  readonly locale: Locale;
  /** Once for each new text; a camera that goes on seeing the same code says nothing more. */
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
};

export function QrScanner({ locale, onText, onClose }: Props) {
  const t = scannerStrings[locale];
  const id = useId();
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  const [message, setMessage] = useState('');
  const isOn = camera.phase === 'on';

  function hear(text: string) {
    setMessage(t.read);
    onText(text);
  }
  useReading(video, isOn, {
    onText: hear,
    onBroken: () => {
      camera.stop();
      setMessage(t.broken);
    },
  });

  async function readPicture(file: Blob) {
    const reader = createQrReader();
    setMessage(t.reading);
    try {
      const picture = await openPicture(file).catch(() => null);
      const texts = picture && (await reader.read(picture, 'picture'));
      if (!texts?.length) return setMessage(texts ? t.noCode : t.noPicture);
      for (const text of texts) hear(text);
    } catch {
      setMessage(t.broken);
    } finally {
      reader.end();
    }
  }

  // Anywhere on the page: a screenshot is pasted without choosing a place first. Text goes where it was meant to.
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const file = pictureIn(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    readPicture(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);

  const words = {
    off: t.intro,
    asking: t.asking,
    on: t.looking,
    paused: t.paused,
    failed: camera.problem ? t.problems[camera.problem] : '',
  }[camera.phase];
  return (
    <section
      aria-labelledby={id}
      data-camera={camera.phase}
      className="grid max-w-md grid-cols-1 gap-3 rounded-md border border-strong bg-raised p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = pictureIn(event.dataTransfer);
        if (file) readPicture(file);
      }}
    >
      <div className="flex items-center justify-between gap-4">
        <h2 id={id} className="font-semibold">
          {t.title}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {t.close}
        </button>
      </div>
      {/* There already while the browser asks: Safari plays nothing in a place that is not drawn, and nothing jumps later. */}
      <div hidden={!isOn && camera.phase !== 'asking'} className="relative overflow-hidden rounded-sm bg-sunken">
        {/* Square, as a code is; what is cut off here is read all the same. */}
        <video
          ref={video}
          muted
          playsInline
          aria-label={t.viewfinder}
          className="aspect-square w-full object-cover"
          style={camera.isMirrored ? { transform: 'scaleX(-1)' } : undefined}
        />
        <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 text-accent">
          <path
            d="M14 28V14H28M72 14H86V28M86 72V86H72M28 86H14V72"
            fill="none"
            stroke="currentColor"
            strokeWidth="1"
          />
        </svg>
      </div>
      <div role="status" className="grid gap-1 text-sm">
        <p className={camera.phase === 'failed' ? 'border-warn border-s-2 bg-warn-wash px-3 py-2' : 'text-soft'}>
          {words}
        </p>
        {message && <p className="font-medium">{message}</p>}
      </div>
      <ScannerControls locale={locale} camera={camera} onPicture={readPicture} onStart={() => setMessage('')} />
    </section>
  );
}

function pictureIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}
