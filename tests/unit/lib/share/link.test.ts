import { expect, test } from 'vitest';
import { decodeAddress, messengerLink, shareLink } from '@/lib/share/link';
import { encodeSnapshot } from '@/lib/share/snapshot-code';

const codeOf = (name: string) => {
  const encoded = encodeSnapshot({ taken: '2026-11-23', name, lessons: [{ id: 101, state: 'done' }] });
  return encoded.ok ? encoded.code : '';
};
const [ada, bob] = [codeOf('Ada'), codeOf('Bob')];
const place = { origin: 'https://example.org', basePath: '/base', locale: 'zh' } as const;

test('a link carries the code after #, where no server sees it', () => {
  expect(shareLink(place, ada)).toBe(`https://example.org/base/zh/share/#${ada}`);
});

test('the messenger-safe link carries it in the query', () => {
  expect(messengerLink(place, ada)).toBe(`https://example.org/base/zh/share/?p=${ada}`);
});

test.each([shareLink, messengerLink])('a link opens what it was made of, tracking parameters or not', (link) => {
  for (const tail of ['', '&from=timeline&isappinstalled=0', '?utm_source=chat', '%20']) {
    const { hash, search } = new URL(link(place, ada) + tail);
    expect(decodeAddress({ hash, search })).toMatchObject({ ok: true, value: { name: 'Ada' } });
  }
});

test('the fragment is read before the query', () => {
  expect(decodeAddress({ hash: `#${ada}`, search: `?p=${bob}` })).toMatchObject({ value: { name: 'Ada' } });
});

test.each(['', '#', '#from=singlemessage', `#${ada.slice(0, -4)}`])(
  'the query is read when the fragment is %j',
  (hash) => {
    expect(decodeAddress({ hash, search: `?p=${bob}` })).toMatchObject({ value: { name: 'Bob' } });
  },
);

test.each([
  ['', '', 'empty'],
  ['#', '?', 'empty'],
  ['', '?utm_source=chat', 'empty'],
  ['', '?p=', 'not-a-code'],
  ['', `?p=${ada.slice(0, 9)}`, 'cut'],
  [`#${ada.slice(0, 9)}`, '?p=nothing', 'cut'],
  ['#elsewhere', '', 'not-a-code'],
])('an address without a code says why: %j %j', (hash, search, reason) => {
  expect(decodeAddress({ hash, search })).toEqual({ ok: false, reason });
});
