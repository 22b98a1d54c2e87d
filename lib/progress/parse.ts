/**
 * The document that is stored and exported, and its reader.
 *
 * Compatibility rules: `app`, `version` and `records` are for ever; nothing else is added at the top, new data is a new
 * collection (a file may hold `models` there, which this reader leaves alone: `exchange.ts`). The reader is total: whatever text it is given, it answers with records or with the reason why not, and what
 * it leaves out it names. It checks the envelope of every record and leaves the meaning of values to `records.ts`, so that
 * data of a newer minor version passes through unharmed.
 */
import { currentVersion, migrate } from './migrate';
import { type Collection, type Entry, type Json, limits, type Records } from './records';

export type Unreadable = 'not-json' | 'not-progress' | 'newer' | 'too-big';
export type Parsed =
  /** `problems` names what was left out, as `collection/key`. */
  | { readonly ok: true; readonly records: Records; readonly problems: readonly string[] }
  | { readonly ok: false; readonly why: Unreadable };

/** `latest` is the greatest time believed; a record dated later is left out. */
export function parseDocument(text: string, latest: number = Number.MAX_SAFE_INTEGER): Parsed {
  if (text.length > limits.document) return { ok: false, why: 'too-big' };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json' };
  }
  if (!isMap(document) || document.app !== 'layerwise') return { ok: false, why: 'not-progress' };
  const { version } = document;
  if (!Number.isSafeInteger(version) || (version as number) < 0) return { ok: false, why: 'not-progress' };
  if ((version as number) > currentVersion) return { ok: false, why: 'newer' };
  const records = migrate(document, version as number)?.records;
  return isMap(records) ? { ok: true, ...parseRecords(records, latest) } : { ok: false, why: 'not-progress' };
}

export function serializeDocument(records: Records): string {
  return JSON.stringify({ app: 'layerwise', version: currentVersion, records });
}

function parseRecords(input: Readonly<Record<string, unknown>>, latest: number) {
  const problems: string[] = [];
  const records: Record<string, Collection> = {};
  for (const [name, entries] of Object.entries(input)) {
    if (!isKey(name) || !isMap(entries)) {
      problems.push(name.slice(0, limits.key));
      continue;
    }
    const kept: Record<string, Entry> = {};
    for (const [key, entry] of Object.entries(entries)) {
      if (isKey(key) && isEntry(entry, latest)) kept[key] = entry;
      else problems.push(`${name}/${key.slice(0, limits.key)}`);
    }
    records[name] = kept;
  }
  return { records, problems };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any text but the one that would replace an object's prototype when assigned. */
function isKey(key: string): boolean {
  return key.length > 0 && key.length <= limits.key && key !== '__proto__';
}

function isEntry(value: unknown, latest: number): value is Entry {
  if (!isMap(value) || value.v === undefined || weigh(value) > limits.value) return false;
  return Number.isSafeInteger(value.t) && (value.t as number) >= 0 && (value.t as number) <= latest;
}

/**
 * Characters and nodes of a JSON value; infinite when it is nested too deeply to be walked safely, or holds a number that
 * JSON can read (`1e999`) but not write.
 */
export function weigh(value: unknown, depth: number = limits.depth): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  if (typeof value !== 'object' || value === null) return 1;
  if (depth === 0) return Number.POSITIVE_INFINITY;
  let weight = 1;
  for (const [key, part] of Object.entries(value)) weight += key.length + weigh(part as Json, depth - 1);
  return weight;
}
