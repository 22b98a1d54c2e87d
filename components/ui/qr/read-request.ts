/** What is said between the page and the worker that reads QR codes. */

/** `frame`: one of many a second, a miss costs nothing. `picture`: the only one there is, worth trying hard. */
export type Effort = 'frame' | 'picture';

export type ReadRequest = {
  readonly id: number;
  readonly effort: Effort;
  readonly width: number;
  readonly height: number;
  /** RGBA, handed over. */
  readonly pixels: ArrayBuffer;
};

/** Texts of the codes in the picture; none when nothing was found. */
export type ReadReply = { readonly id: number; readonly texts: readonly string[] };
