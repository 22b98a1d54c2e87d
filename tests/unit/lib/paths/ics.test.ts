import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, fold, icsText } from '@/lib/paths/ics';
import { readIcs } from './read-ics';

const event = {
  uid: 'team-101',
  day: '2026-12-31',
  title: 'What an LLM is',
  description: 'About 35 minutes',
  url: 'https://example.org/en/learn/math/what-is-an-llm/',
};
const calendar = {
  name: 'Team',
  language: 'en',
  sequence: 3,
  stamp: new Date(Date.UTC(2026, 10, 23, 8, 5, 9, 120)),
  events: [event],
};

test('a calendar with one lesson, octet for octet', () => {
  expect(icsText(calendar)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Layerwise//Learning path//EN',
      'CALSCALE:GREGORIAN',
      'NAME;LANGUAGE=en:Team',
      'X-WR-CALNAME:Team',
      'BEGIN:VEVENT',
      'UID:team-101@layerwise',
      'DTSTAMP:20261123T080509Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY;LANGUAGE=en:What an LLM is',
      'DESCRIPTION;LANGUAGE=en:About 35 minutes',
      'URL:https://example.org/en/learn/math/what-is-an-llm/',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('text is escaped as RFC 5545 wants it', () => {
  expect(escapeText('a, b; c\\d\ne\r\nf\rg: "h"')).toBe('a\\, b\\; c\\\\d\\ne\\nf\\ng: "h"');
  expect(escapeText('a\u2028b\u0085c\u0000d\te\ud800')).toBe('a\\nb\\nc d e\ufffd');
});

test('a long line is folded at 75 octets without cutting a character', () => {
  const line = `SUMMARY:${'温度'.repeat(40)}😀${'x'.repeat(200)}`;
  const rows = fold(line).split('\r\n');
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) {
    expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    expect(row).not.toContain('\ufffd');
  }
  expect(rows.slice(1).every((row) => row.startsWith(' '))).toBe(true);
  expect(rows.map((row, i) => (i === 0 ? row : row.slice(1))).join('')).toBe(line);
});

test('a line of exactly 75 octets stays one, one octet more makes two', () => {
  expect(fold('x'.repeat(75))).not.toContain('\r\n');
  expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});

test('a hostile title adds no line, no event and no property', () => {
  const title = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:AUDIO\u2028ATTACH:http://evil.example/;,\\';
  const { events, calendar: head } = readIcs(
    icsText({ ...calendar, name: title, events: [{ ...event, title, description: title }] }),
  );
  expect(events).toHaveLength(1);
  expect(Object.keys(events[0] ?? {}).sort()).toEqual(
    ['DESCRIPTION', 'DTEND', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'TRANSP', 'UID', 'URL'].sort(),
  );
  expect(Object.keys(head).sort()).toEqual(['CALSCALE', 'NAME', 'PRODID', 'VERSION', 'X-WR-CALNAME']);
});

test('whatever titles and notes hold, a reader gets them back whole, in lines of at most 75 octets', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary-ascii' }),
  );
  const same = (read: string | undefined, given: string) =>
    expect(read).toBe(given.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' '));
  fc.assert(
    fc.property(text, text, text, (name, title, description) => {
      const file = icsText({ ...calendar, name, events: [{ ...event, title, description }, event] });
      for (const row of file.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
      const { calendar: head, events } = readIcs(file);
      expect(events).toHaveLength(2);
      same(head.NAME, name);
      same(events[0]?.SUMMARY, title);
      same(events[0]?.DESCRIPTION ?? '', description);
    }),
    { numRuns: 100 },
  );
});
