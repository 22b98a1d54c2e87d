/**
 * A path's dates as an iCalendar file (RFC 5545): one all-day event a lesson. Titles and notes are other people's text; whatever
 * they hold, they stay inside their line.
 *
 * `uid` and SEQUENCE let a calendar replace the events of an earlier version instead of adding a second set, so an event's id
 * depends on path and lesson only.
 */
import { shiftDay } from './civil-day';

export type IcsEvent = {
  /** Stable, `[A-Za-z0-9_-]`. */
  readonly uid: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly title: string;
  readonly description: string;
  /** Absolute address. */
  readonly url: string;
};

export type IcsCalendar = {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** Version of the path; raised with every change. */
  readonly sequence: number;
  /** When the file is made. */
  readonly stamp: Date;
  readonly events: readonly IcsEvent[];
};

export function icsText({ name, language, sequence, stamp, events }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Layerwise//Learning path//EN',
    'CALSCALE:GREGORIAN',
    // RFC 7986 and what calendars read that do not know it.
    `NAME;LANGUAGE=${language}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, { language, sequence, stamp })),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(
  { uid, day, title, description, url }: IcsEvent,
  { language, sequence, stamp }: Pick<IcsCalendar, 'language' | 'sequence' | 'stamp'>,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@layerwise`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    // The end of an all-day event is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${compact(shiftDay(day, 1) ?? day)}`,
    `SUMMARY;LANGUAGE=${language}:${escapeText(title)}`,
    ...(description ? [`DESCRIPTION;LANGUAGE=${language}:${escapeText(description)}`] : []),
    `URL:${url}`,
    // A due date does not make one busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: string) => day.replaceAll('-', '');

/**
 * RFC 5545 §3.3.11. Every character that any reader takes for the end of a line becomes an escaped one, other controls a space,
 * half characters the replacement sign.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** RFC 5545 §3.1: at most 75 octets a line, continued after a line break and a space. Characters stay whole. */
export function fold(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += character;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
