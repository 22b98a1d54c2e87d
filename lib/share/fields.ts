/** The sections that paths and snapshots have in common: a text, a day, a reference to one version of a path. */
import { BadCode, ByteReader, ByteWriter } from './bytes';
import { type Sections, tags } from './container';
import { dayNumber, dayText, lastDayNumber } from './day';
import { shareLimits } from './limits';
import { readText, writeText } from './text';

export type EncodeResult =
  | { readonly ok: true; readonly code: string }
  /** `field` names what to shorten or correct; `size` means everything together. */
  | { readonly ok: false; readonly field: string };

export const refuse = (field: string): EncodeResult => ({ ok: false, field });

export type PathRef = { readonly id: string; readonly version: number };

export function isPathId(id: string): boolean {
  return id.length <= shareLimits.pathId && /^[\w-]+$/.test(id);
}

export function isWhole(n: number, min: number, max: number): boolean {
  return Number.isInteger(n) && n >= min && n <= max;
}

export function writePathRef(ref: PathRef): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(ref.version);
  writer.append(new TextEncoder().encode(ref.id));
  return writer.finish();
}

export function readPathRef(sections: Sections): PathRef | undefined {
  const bytes = sections.get(tags.path);
  if (bytes === undefined) return undefined;
  const reader = new ByteReader(bytes);
  const version = reader.varint();
  if (reader.left > shareLimits.pathId) throw new BadCode('too-long');
  const id = String.fromCharCode(...reader.rest());
  if (!isPathId(id) || !isWhole(version, 1, shareLimits.pathVersion)) throw new BadCode('malformed');
  return { id, version };
}

export function textSection(text: string): Uint8Array {
  const writer = new ByteWriter();
  writeText(writer, text);
  return writer.finish();
}

export function readTextSection(sections: Sections, tag: number, limit: number): string | undefined {
  const bytes = sections.get(tag);
  if (bytes === undefined) return undefined;
  const reader = new ByteReader(bytes);
  const text = readText(reader, limit);
  reader.end();
  return text;
}

export function daySection(day: string): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(dayNumber(day) ?? 0);
  return writer.finish();
}

export function readDaySection(sections: Sections): string | undefined {
  const bytes = sections.get(tags.day);
  if (bytes === undefined) return undefined;
  const reader = new ByteReader(bytes);
  const days = reader.varint();
  reader.end();
  if (days > lastDayNumber) throw new BadCode('malformed');
  return dayText(days);
}
