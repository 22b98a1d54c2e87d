/** The scanner's buttons: camera on and off, which one, its light, and a picture instead. */
'use client';
import { useId, useRef } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { scannerStrings } from './scanner-strings';
import type { Camera } from './use-camera';

type Props = {
  readonly locale: Locale;
  readonly camera: Camera;
  readonly onStart: () => void;
  readonly onPicture: (file: File) => void;
};

export function ScannerControls({ locale, camera, onStart, onPicture }: Props) {
  const t = scannerStrings[locale];
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { phase, devices, light } = camera;
  const isOn = phase === 'on';
  const startWords = phase === 'paused' ? t.resume : phase === 'failed' ? t.again : t.start;
  return (
    <>
      {isOn && devices.length > 1 && (
        <label className="flex items-center gap-2 text-sm">
          <span className="shrink-0">{t.camera}</span>
          <select
            className="field min-w-0 flex-1"
            value={camera.device}
            onChange={(event) => camera.start(event.target.value)}
          >
            {devices.map((device, i) => (
              <option key={device.id} value={device.id}>
                {device.name || t.cameraNumber(i + 1)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        {/* One button that changes its words: focus stays where it was. */}
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: the press that opened the scanner removed the button it was made on
          autoFocus
          className={`button ${isOn ? '' : 'button-primary'}`}
          aria-disabled={phase === 'asking'}
          onClick={() => {
            if (phase === 'asking') return;
            if (isOn) return camera.stop();
            onStart();
            camera.start();
          }}
        >
          {isOn ? t.stop : startWords}
        </button>
        {isOn && light !== null && (
          <button type="button" className="button" aria-pressed={light} onClick={() => camera.setLight(!light)}>
            {t.light}
          </button>
        )}
        <button type="button" className="button" aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}>
          {t.picture}
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={t.picture}
          data-scan="picture"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onPicture(file);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      <p id={`${id}-hint`} className="text-faint text-sm">
        {t.pictureHint}
      </p>
    </>
  );
}
