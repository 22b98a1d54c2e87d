/**
 * How a token is written. A byte-level token may begin or end inside a character: whole characters are shown as text,
 * the other bytes in hexadecimal. White space gets a visible sign.
 */
import { wholeText } from '@/lib/ml/counting/bpe';

export type Piece = { readonly kind: 'text' | 'bytes'; readonly text: string };

const signs: Readonly<Record<string, string>> = { ' ': '␣', '\n': '⏎', '\t': '⇥', '\r': '␍', '\u00a0': '⍽' };

export function describeBytes(bytes: readonly number[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind)
      pieces[pieces.length - 1] = { kind, text: kind === 'text' ? last.text + text : `${last.text} ${text}` };
    else pieces.push({ kind, text });
  };
  for (let i = 0; i < bytes.length; ) {
    const length = characterLength(bytes[i] as number);
    const character = length === 0 ? null : wholeText(bytes.slice(i, i + length));
    if (character === null || isHidden(character)) {
      add('bytes', hex(bytes[i] as number));
      i += 1;
    } else {
      add('text', signs[character] ?? character);
      i += length;
    }
  }
  return pieces;
}

/** Bytes of the UTF-8 character that starts with this one; 0 for a byte inside a character. */
function characterLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc0) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Characters that would show as nothing or change the line: controls, marks of direction, joiners. */
function isHidden(character: string): boolean {
  return !(character in signs) && /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(character);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
