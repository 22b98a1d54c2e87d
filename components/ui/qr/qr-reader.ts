/** The page's side of the reading worker: pictures go in, texts come out, in any number and order. */
import type { Effort, ReadReply, ReadRequest } from './read-request';

export type QrReader = {
  /** Takes the picture's pixels with it. Rejects when the worker cannot be loaded (offline, never used before) or was ended. */
  readonly read: (picture: ImageData, effort: Effort) => Promise<readonly string[]>;
  readonly end: () => void;
};

const startWorker = () => new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });

type Waiting = { readonly resolve: (texts: readonly string[]) => void; readonly reject: (reason: Error) => void };

export function createQrReader(makeWorker: () => Worker = startWorker): QrReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  function end(): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error('the reader of QR codes has ended'));
    waiting.clear();
  }

  function start(): Worker {
    const made = makeWorker();
    made.onerror = end;
    made.onmessage = ({ data }: MessageEvent<ReadReply>) => {
      waiting.get(data.id)?.resolve(data.texts);
      waiting.delete(data.id);
    };
    return made;
  }

  return {
    read: (picture, effort) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = ++last;
        waiting.set(id, { resolve, reject });
        const pixels = picture.data.buffer as ArrayBuffer;
        const request: ReadRequest = { id, effort, width: picture.width, height: picture.height, pixels };
        worker.postMessage(request, [pixels]);
      }),
    end,
  };
}
