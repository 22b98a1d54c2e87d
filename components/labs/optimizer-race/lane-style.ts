/** Colour and dash of each lane, the same on the map, in the plot and in the table. */
import type { Lane } from './race';

export const laneStyles: Readonly<
  Record<Lane, { readonly stroke: string; readonly text: string; readonly dash: string }>
> = {
  gd: { stroke: 'stroke-data-6', text: 'text-data-6', dash: 'none' },
  momentum: { stroke: 'stroke-data-1', text: 'text-data-1', dash: 'none' },
  nesterov: { stroke: 'stroke-data-3', text: 'text-data-3', dash: '7 3' },
  adam: { stroke: 'stroke-data-2', text: 'text-data-2', dash: 'none' },
  adamw: { stroke: 'stroke-data-4', text: 'text-data-4', dash: '2 3' },
};
