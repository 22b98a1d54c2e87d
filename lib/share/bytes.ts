/**
 * Byte-level reading and writing for the share codes. The reader never runs past its end: it throws `BadCode`,
 * which the decoder's one `catch` turns into a reason. Nothing outside `lib/share` sees the exception.
 */

/** Why a well-sealed code is refused all the same. */
export type BadCodeReason = 'malformed' | 'newer-version' | 'too-long';

export class BadCode extends Error {
  constructor(readonly reason: BadCodeReason) {
    super(reason);
  }
}

/** 0, −1, 1, −2, 2 … ↔ 0, 1, 2, 3, 4 … so that small steps either way take one byte. */
export function zigzag(n: number): number {
  return n < 0 ? -2 * n - 1 : 2 * n;
}

export function unzigzag(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
}

export class ByteWriter {
  private readonly bytes: number[] = [];

  get length(): number {
    return this.bytes.length;
  }

  byte(value: number): void {
    this.bytes.push(value & 0xff);
  }

  /** LEB128: seven bits a byte, low bits first, the high bit set on every byte but the last. */
  varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte(rest | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  append(bytes: ArrayLike<number>): void {
    for (let i = 0; i < bytes.length; i++) this.byte(bytes[i] ?? 0);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Four bytes hold every number the format has; a fifth is an attack or a mistake. */
const maxVarintBytes = 4;

export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new BadCode('malformed');
    this.at += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let i = 0; i < maxVarintBytes; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new BadCode('malformed');
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new BadCode('malformed');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  /** A section must be used up: bytes left over mean that writer and reader disagree. */
  end(): void {
    if (this.left > 0) throw new BadCode('malformed');
  }
}
