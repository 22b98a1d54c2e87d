/** Why there is no picture from a camera, as far as browsers say: one sentence for each on the screen. */
export type CameraProblem =
  /** Plain http: browsers hide the camera. */
  | 'insecure'
  /** No camera interface at all: an old browser, or the one inside a messenger. */
  | 'unsupported'
  | 'none'
  | 'denied'
  | 'busy'
  /** It was there and went: unplugged, or the permission was taken back. */
  | 'lost'
  | 'failed';

/** What can be known before asking. */
export function problemBefore(isSecure: boolean, hasCameraInterface: boolean): CameraProblem | null {
  if (hasCameraInterface) return null;
  return isSecure ? 'unsupported' : 'insecure';
}

/**
 * The names of getUserMedia's errors (Media Capture and Streams, §10.2), and those that older browsers use for the same.
 * A policy of the page that forbids the camera comes as NotAllowedError too.
 */
export function problemOf(error: unknown): CameraProblem {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
