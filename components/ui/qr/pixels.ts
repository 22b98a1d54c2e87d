/** Pixels of a camera's frame or of a picture file, at a size that the reader is good and quick at. */

/** Longest side of a frame. A code of 77 modules that fills half of it has eight pixels a module. */
const frameSide = 1280;
/** Most pixels of a picture: 64 MB of memory. A photo of 48 megapixels is scaled down. */
const pictureArea = 16_000_000;
/** No browser draws a canvas longer than 16,384, some none longer than half of it. */
const pictureSide = 8192;
/** A drawn code of one pixel a module is too fine for the reader: a small picture is enlarged. */
const smallSide = 400;
const enlarged = 4;

/** How a source is scaled before it is read. Pure, so that the bounds can be tested. */
export function frameSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, frameSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export function pictureSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const longest = Math.max(width, height);
  const smaller = Math.min(1, Math.sqrt(pictureArea / (width * height)), pictureSide / longest);
  const scale = longest <= smallSide ? enlarged : smaller;
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** The frame on screen, or null while there is none. */
export function grabFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video;
  // Drawing throws before the first frame has arrived.
  if (video.readyState < 2 || videoWidth === 0 || videoHeight === 0) return null;
  return draw(video, canvas, frameSize(videoWidth, videoHeight));
}

/** Rejects when the file is no picture that the browser knows. */
export async function openPicture(file: Blob): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(file);
  try {
    return draw(bitmap, document.createElement('canvas'), pictureSize(bitmap.width, bitmap.height));
  } finally {
    bitmap.close();
  }
}

function draw(
  source: CanvasImageSource,
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): ImageData | null {
  // Setting the size clears the canvas and is not free.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // Kept in memory: every frame is read back, which from a graphics card is slow.
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) return null;
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
