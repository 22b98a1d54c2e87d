/** Base64url without padding (RFC 4648 §5), strict: unused bits at the end must be zero. Own, because `atob` needs the DOM's dialect. */
export const base64urlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) values[base64urlAlphabet.charCodeAt(value)] = value;

/** Six bits of a UTF-16 code unit, or undefined when it is no base64url character. */
export function base64urlValue(charCode: number): number | undefined {
  const value = values[charCode] ?? -1;
  return value < 0 ? undefined : value;
}

/** Characters that `bytes` bytes take. */
export function base64urlLength(bytes: number): number {
  return Math.ceil((bytes * 8) / 6);
}

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += base64urlAlphabet[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + base64urlAlphabet[(held << (6 - bits)) & 63] : text;
}

/** Bytes of a base64url text, or undefined for a foreign character, an impossible length or dirty unused bits. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const value = base64urlValue(text.charCodeAt(i));
    if (value === undefined) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : undefined;
}
