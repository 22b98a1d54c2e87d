/**
 * One parameter table drives a lab's controls, its URL state, clamping, undo and tests.
 *
 * The whole state of a lab is the values of its table: what can be seen can be shared.
 * URL values are hostile until decoded here: every decoder is total, clamps to the range, snaps numbers to the step,
 * and falls back to the default for what it cannot read.
 *
 * Published links must keep working: never rename a parameter, never reorder or remove a choice; only append.
 */
export type NumberParam = {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
};
export type ChoiceParam = { readonly kind: 'choice'; readonly options: readonly string[]; readonly default: string };
export type ToggleParam = { readonly kind: 'toggle'; readonly default: boolean };
/** A list of numbers of fixed length, such as logits or the cells of a matrix in row-major order. */
export type VectorParam = {
  readonly kind: 'vector';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: readonly number[];
};
/** A subset of options, such as the bugs a learner has marked. Stored in the order of `options`. */
export type SetParam = {
  readonly kind: 'set';
  readonly options: readonly string[];
  readonly default: readonly string[];
};
/** Free text, cut at `maxLength` UTF-16 code units. */
export type TextParam = { readonly kind: 'text'; readonly maxLength: number; readonly default: string };
/** Seed of the random generator: an integer in [0, 9999]. Shown in the toolbar, not among the controls. */
export type SeedParam = { readonly kind: 'seed'; readonly default: number };

export type ParamSpec = NumberParam | ChoiceParam | ToggleParam | VectorParam | SetParam | TextParam | SeedParam;
export type ParamTable = Readonly<Record<string, ParamSpec>>;

export type ParamValue<S extends ParamSpec> = S extends NumberParam | SeedParam
  ? number
  : S extends ChoiceParam
    ? S['options'][number]
    : S extends ToggleParam
      ? boolean
      : S extends VectorParam
        ? readonly number[]
        : S extends SetParam
          ? readonly S['options'][number][]
          : string;

export type ParamValues<T extends ParamTable> = { readonly [K in keyof T]: ParamValue<T[K]> };

const MAX_SEED = 9999;

function snap(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const clamped = Math.min(max, Math.max(min, value));
  const snapped = min + Math.round((clamped - min) / step) * step;
  return Math.min(max, Number(snapped.toPrecision(12)));
}

/** Forces any value into what `spec` allows; unreadable values become the default. Never throws. */
export function clampParam<S extends ParamSpec>(spec: S, value: unknown): ParamValue<S> {
  return clampUnknown(spec, value) as ParamValue<S>;
}

function clampUnknown(spec: ParamSpec, value: unknown): unknown {
  switch (spec.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? snap(value, spec) : spec.default;
    case 'seed':
      return typeof value === 'number' && Number.isFinite(value)
        ? Math.min(MAX_SEED, Math.max(0, Math.round(value)))
        : spec.default;
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value) ? value : spec.default;
    case 'toggle':
      return typeof value === 'boolean' ? value : spec.default;
    case 'vector': {
      const given = Array.isArray(value) ? value : [];
      return spec.default.map((fallback, i) => {
        const item: unknown = given[i];
        return typeof item === 'number' && Number.isFinite(item) ? snap(item, spec) : fallback;
      });
    }
    case 'set':
      return Array.isArray(value) ? spec.options.filter((option) => value.includes(option)) : spec.default;
    case 'text':
      // A half of a surrogate pair, cut by the limit or sent by an enemy, would not survive an address.
      return typeof value === 'string' ? value.slice(0, spec.maxLength).replace(/\p{Surrogate}/gu, '') : spec.default;
  }
}

export function defaultValues<T extends ParamTable>(table: T): ParamValues<T> {
  return completeValues(table, {});
}

/** Clamps every known key of `partial` and fills the rest with defaults. Unknown keys are dropped. Never throws. */
export function completeValues<T extends ParamTable>(
  table: T,
  partial: Readonly<Record<string, unknown>>,
): ParamValues<T> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(table)) {
    values[name] = clampParam(spec, Object.hasOwn(partial, name) ? partial[name] : undefined);
  }
  return values as ParamValues<T>;
}

function encodeValue(spec: ParamSpec, value: unknown): string {
  switch (spec.kind) {
    case 'vector':
    case 'set':
      return (value as readonly (number | string)[]).join('_');
    case 'toggle':
      return value ? '1' : '0';
    default:
      return String(value);
  }
}

function decodeValue(spec: ParamSpec, text: string): unknown {
  switch (spec.kind) {
    case 'number':
    case 'seed':
      return text.trim() === '' ? undefined : Number(text);
    case 'toggle':
      return text === '1' ? true : text === '0' ? false : undefined;
    case 'vector':
      return text.split('_', spec.default.length).map((part) => (part.trim() === '' ? undefined : Number(part)));
    case 'set':
      return text.split('_', 1000);
    default:
      return text;
  }
}

/** Query string (without `?`) of the values that differ from the defaults, in table order. */
export function encodeParams<T extends ParamTable>(table: T, values: ParamValues<T>): string {
  const query = new URLSearchParams();
  for (const [name, spec] of Object.entries(table)) {
    const encoded = encodeValue(spec, values[name]);
    if (encoded !== encodeValue(spec, spec.default)) query.set(name, encoded);
  }
  return query.toString();
}

/** Reads a query string. Total: hostile input yields values inside the table's ranges. */
export function decodeParams<T extends ParamTable>(table: T, query: string): ParamValues<T> {
  const raw: Record<string, unknown> = {};
  const read = new URLSearchParams(query.slice(0, 20_000));
  for (const [name, spec] of Object.entries(table)) {
    const text = read.get(name);
    if (text !== null) raw[name] = decodeValue(spec, text);
  }
  return completeValues(table, raw);
}
