/**
 * One camera, shown in a video element. It is asked for by `start` only, and let go when the tab is hidden, when another program
 * takes it, and when the component goes: no light stays on. Nothing is recorded, and no frame leaves the page.
 */
'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type CameraProblem, problemBefore, problemOf } from './camera-problem';

export type CameraPhase = 'off' | 'asking' | 'on' | 'paused' | 'failed';
export type Device = { readonly id: string; readonly name: string };

export type Camera = {
  readonly phase: CameraPhase;
  readonly problem: CameraProblem | null;
  /** All there are, once one was allowed; before that browsers do not tell. */
  readonly devices: readonly Device[];
  readonly device: string;
  /** Facing the reader: shown as a mirror, or nobody can aim. */
  readonly isMirrored: boolean;
  /** Null where the camera has no light. */
  readonly light: boolean | null;
  readonly start: (device?: string) => void;
  readonly stop: () => void;
  readonly setLight: (isOn: boolean) => void;
};

const nothing = { devices: [] as readonly Device[], device: '', isMirrored: false, light: null as boolean | null };

export function useCamera(video: RefObject<HTMLVideoElement | null>): Camera {
  const [phase, setPhase] = useState<CameraPhase>('off');
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [facts, setFacts] = useState(nothing);
  const stream = useRef<MediaStream | null>(null);
  /** Counts the requests: an answer that comes after a later one, or after the end, is let go at once. */
  const request = useRef(0);

  const release = useCallback(() => {
    request.current++;
    letGo(stream.current);
    stream.current = null;
    if (video.current) video.current.srcObject = null;
  }, [video]);

  const stop = useCallback(() => {
    release();
    setPhase('off');
  }, [release]);

  const start = useCallback(
    async (device?: string) => {
      release();
      const mine = request.current;
      const fail = (why: CameraProblem) => {
        release();
        setProblem(why);
        setPhase('failed');
      };
      const early = problemBefore(window.isSecureContext, Boolean(navigator.mediaDevices?.getUserMedia));
      if (early) return fail(early);
      setPhase('asking');
      setProblem(null);
      try {
        const got = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted(device) });
        if (request.current !== mine || !video.current) return letGo(got);
        stream.current = got;
        video.current.srcObject = got;
        for (const track of got.getVideoTracks()) track.onended = () => stream.current === got && fail('lost');
        await video.current.play();
        const known = await factsOf(got);
        if (request.current !== mine) return;
        setFacts(known);
        setPhase('on');
      } catch (error) {
        if (request.current === mine) fail(problemOf(error));
      }
    },
    [release, video],
  );

  const setLight = useCallback(async (isOn: boolean) => {
    const [track] = stream.current?.getVideoTracks() ?? [];
    try {
      // Of the Image Capture specification, which TypeScript's DOM does not have.
      await track?.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
      setFacts((known) => ({ ...known, light: isOn }));
    } catch {
      setFacts((known) => ({ ...known, light: null }));
    }
  }, []);

  useEffect(() => release, [release]);
  useEffect(() => {
    const onHidden = () => {
      if (!document.hidden || !stream.current) return;
      release();
      setPhase('paused');
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  }, [release]);

  return { phase, problem, ...facts, start, stop, setLight };
}

/** The camera at the back if there is a choice. 720p: enough for a code, and what every camera can do quickly. */
function wanted(device: string | undefined): MediaTrackConstraints {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  return device ? { ...size, deviceId: { exact: device } } : { ...size, facingMode: { ideal: 'environment' } };
}

async function factsOf(stream: MediaStream): Promise<typeof nothing> {
  const [track] = stream.getVideoTracks();
  const settings = track?.getSettings() ?? {};
  // Firefox has no getCapabilities before version 132.
  const abilities: MediaTrackCapabilities & { readonly torch?: boolean } = track?.getCapabilities?.() ?? {};
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return {
    devices: all
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label })),
    device: settings.deviceId ?? '',
    // A webcam on a desk does not say where it faces; it faces the reader.
    isMirrored: settings.facingMode !== 'environment',
    light: abilities.torch ? false : null,
  };
}

function letGo(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
