/** The site's light colours, read from its one token file, so that a picture never disagrees with the page it announces. */
import { readFileSync } from 'node:fs';
import { type StageId, stageIds } from '@/lib/content/site-types';

export type Hues = {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly stages: Readonly<Record<StageId, { readonly full: string; readonly tint: string }>>;
};

export function readHues(file = 'app/styles/tokens.css'): Hues {
  const css = readFileSync(file, 'utf8');
  const light = (role: string): string => {
    const found = new RegExp(`--color-${role}: light-dark\\((#[0-9a-f]{6}),`).exec(css)?.[1];
    if (!found) throw new Error(`${file} has no light value for --color-${role}.`);
    return found;
  };
  const paper = light('paper');
  const stages = stageIds.map((id) => [id, { full: light(id), tint: mix(light(id), paper, 0.3) }] as const);
  return {
    paper,
    ink: light('ink'),
    soft: light('soft'),
    stages: Object.fromEntries(stages) as Hues['stages'],
  };
}

function mix(colour: string, ground: string, share: number): string {
  const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const under = channels(ground);
  const mixed = channels(colour).map((value, i) => Math.round(value * share + (under[i] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
