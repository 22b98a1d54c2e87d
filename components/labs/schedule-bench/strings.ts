import { en } from './strings-en';
import { zh } from './strings-zh';

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widened<T[K]> };

export type BenchStrings = Widened<typeof en>;
export const strings: { readonly en: BenchStrings; readonly zh: BenchStrings } = { en, zh };
