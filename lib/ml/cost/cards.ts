/**
 * Memory of accelerators as their data sheets give it, in GB. Read it as 10^9 bytes: the driver reports about 7 % more, and a
 * CUDA context, the workspace of kernels and fragmentation take about as much.
 */
export const CARD_GIGABYTES = {
  'v100-16': 16,
  'v100-32': 32,
  'rtx-4090': 24,
  'a100-40': 40,
  'a100-80': 80,
  'h100-80': 80,
  'h200-141': 141,
} as const;
export type Card = keyof typeof CARD_GIGABYTES;
export const GIGABYTE = 1e9;

export function cardBytes(card: Card): number {
  return CARD_GIGABYTES[card] * GIGABYTE;
}
