/**
 * Reads the frames of a running camera one after another, each text once until another one comes: whoever holds a code still is
 * heard once, and a sequence that comes round again is heard again.
 */
'use client';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { grabFrame } from './pixels';
import { createQrReader } from './qr-reader';

/** At most fifteen looks a second: a sequence shows fewer codes than that, and the battery lasts. */
const pauseMs = 66;

type Heard = { readonly onText: (text: string) => void; readonly onBroken: () => void };

export function useReading(video: RefObject<HTMLVideoElement | null>, isOn: boolean, heard: Heard): void {
  const onText = useEffectEvent(heard.onText);
  const onBroken = useEffectEvent(heard.onBroken);
  useEffect(() => {
    if (!isOn) return;
    const reader = createQrReader();
    const canvas = document.createElement('canvas');
    let isRunning = true;
    let last: string | undefined;

    async function look(): Promise<void> {
      while (isRunning && video.current) {
        const begun = performance.now();
        const frame = grabFrame(video.current, canvas);
        const [text] = frame ? await reader.read(frame, 'frame') : [];
        if (isRunning && text !== undefined && text !== last) {
          last = text;
          onText(text);
        }
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, pauseMs - (performance.now() - begun))));
      }
    }
    look().catch(() => isRunning && onBroken());
    return () => {
      isRunning = false;
      reader.end();
    };
  }, [isOn, video]);
}
