/** What the lab says, in whatever language. */
import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { core, Result } from './core';
import type { Kind } from './mask';

export type Verdict = 'good' | 'part' | 'bad';
export type Words = LabStrings<typeof core.params, Result> & {
  readonly tokens: readonly string[];
  readonly gridTitle: string;
  readonly gridNote: string;
  readonly gridText: (result: Result, layers: number) => string;
  readonly readsColumn: string;
  readonly source: string;
  readonly target: string;
  readonly startFrom: string;
  readonly presets: Readonly<Record<'bidirectional' | 'causal' | 'apart' | 'none', string>>;
  readonly cell: (row: number, token: number, painted: boolean, known: boolean) => string;
  readonly legend: {
    readonly painted: string;
    readonly deeper: string;
    readonly leak: string;
    readonly stairs: string;
  };
  readonly depth: (layers: number) => string;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly kindNote: Readonly<Record<Kind, string>>;
  readonly pinRow: (row: number) => string;
  readonly rowTitle: (row: number) => string;
  readonly rowReads: (result: Result, row: number) => string;
  readonly rowKnows: (result: Result, row: number, layers: number) => string;
  readonly rowPredicts: (result: Result, row: number) => string;
  readonly jobs: string;
  readonly next: string;
  readonly nextNote: (result: Result) => string;
  readonly blank: string;
  readonly blankNote: (result: Result) => string;
  readonly answer: string;
  readonly answerNote: (result: Result) => string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly emptyRow: (rows: readonly number[]) => string;
};
