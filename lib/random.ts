/**
 * Seeded random numbers: the same seed gives the same sequence on every machine.
 * Generator: mulberry32 (Tommy Ettinger, public domain), period 2^32, good enough for teaching, not for secrets.
 */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform integer in [0, n). Throws RangeError if n is not a positive integer. */
  readonly integer: (n: number) => number;
  /** Standard normal by Box–Muller. */
  readonly normal: () => number;
  /** An independent generator derived from this seed and `label`; does not advance this one. */
  readonly split: (label: string) => Random;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    integer(n) {
      if (!Number.isInteger(n) || n <= 0) throw new RangeError(`integer(n): n must be a positive integer, got ${n}`);
      return Math.floor(next() * n);
    },
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return radius * Math.cos(2 * Math.PI * next());
    },
    split(label) {
      let hash = 0x811c9dc5 ^ seed;
      for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
      return createRandom(hash >>> 0);
    },
  };
}
