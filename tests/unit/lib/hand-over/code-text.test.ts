import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCodeText, findCodeText } from '@/lib/hand-over/code-text';
import { handOverLimits } from '@/lib/hand-over/limits';

/** Any code units, lone surrogates among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

const payload = fc.uint8Array({ minLength: 1, maxLength: 300 });
const code = (bytes: Uint8Array): string => encodeCodeText(bytes) ?? '';
const sample = Uint8Array.from({ length: 120 }, (_, i) => (i * 37) % 256);

test('a payload comes back from its code', () => {
  fc.assert(
    fc.property(payload, (bytes) => {
      expect(findCodeText(code(bytes))).toEqual({ ok: true, payload: bytes });
    }),
  );
});

test.each([
  ['in a sentence', (text: string) => `从旧手机来的：${text}。收到请回复`],
  ['wrapped at 76 characters', (text: string) => text.replace(/.{76}/g, '$&\r\n')],
  ['quoted in a mail', (text: string) => `> ${text.replace(/.{60}/g, '$&\n> ')}\n> --`],
  ['quoted-printable', (text: string) => text.replace(/.{70}/g, '$&=\n')],
  ['with zero-width characters', (text: string) => text.replace(/.{9}/g, '$&\u200b')],
  ['behind a byte order mark', (text: string) => `\uFEFF\n\n${text}`],
  ['followed by a tracking parameter', (text: string) => `${text}&from=timeline`],
  ['after a code that is cut', (text: string) => `${text.slice(0, 40)}\n\n————\n\n${text}`],
])('a code is found %s', (_, spoil) => {
  expect(findCodeText(spoil(code(sample)))).toEqual({ ok: true, payload: sample });
});

test('a code cut short says so, wherever it was cut', () => {
  const whole = code(sample);
  for (let length = 4; length < whole.length; length++) {
    expect(findCodeText(whole.slice(0, length)), `${length} characters`).toMatchObject({ ok: false });
  }
  expect(findCodeText(whole.slice(0, 60))).toEqual({ ok: false, why: 'cut' });
});

test('a changed character is damage, never another payload', () => {
  const whole = code(sample);
  const change = fc.record({ at: fc.integer({ min: 4, max: whole.length - 1 }), to: fc.constantFrom(...'AZaz09-_') });
  fc.assert(
    fc.property(change, ({ at, to }) => {
      const spoilt = whole.slice(0, at) + to + whole.slice(at + 1);
      const found = findCodeText(spoilt);
      if (spoilt === whole) expect(found.ok).toBe(true);
      else expect(found.ok).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test('text without a code has none, and a code of a later version is named as such', () => {
  expect(findCodeText('')).toEqual({ ok: false, why: 'none' });
  expect(findCodeText('lw1pawYJ')).toEqual({ ok: false, why: 'none' });
  expect(findCodeText('lwh2AAAA')).toEqual({ ok: false, why: 'newer' });
});

test('a length that no code can have allocates nothing', () => {
  expect(findCodeText('lwh1_____wAAAA')).toEqual({ ok: false, why: 'damaged' });
});

test('a payload larger than a code may be gets none', () => {
  expect(encodeCodeText(new Uint8Array(handOverLimits.codeBytes + 1))).toBeNull();
});

test('text beyond the limit is refused unread', () => {
  expect(findCodeText('x'.repeat(handOverLimits.pasteChars + 1))).toEqual({ ok: false, why: 'too-big' });
});

test('text full of starts of codes that claim the rest of it ends: few are looked at', () => {
  // A length of 7,999,999 bytes each, over and over.
  expect(findCodeText('lwh1AHoR_wAA'.repeat(1_200_000))).toEqual({ ok: false, why: 'damaged' });
});

test('any text is answered', () => {
  const near = fc.array(fc.constantFrom('lwh1', 'lwh', 'AA', '_', ' ', '\n', '>', '我', code(sample)), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        near.map((parts) => parts.join('')),
      ),
      (text) => {
        const found = findCodeText(text);
        if (found.ok) expect(found.payload).toEqual(sample);
      },
    ),
    { numRuns: 1_000 },
  );
});
