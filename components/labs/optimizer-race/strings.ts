import { en } from './strings-en';
import { zh } from './strings-zh';

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widened<T[K]> };

export type RaceStrings = Widened<typeof en>;
export const strings: { readonly en: RaceStrings; readonly zh: RaceStrings } = { en, zh };
