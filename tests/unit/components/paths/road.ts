/** A short road for the islands of paths. */
import type { CareerOffer, PathRoad } from '@/lib/paths/road';

export const road: PathRoad = {
  lessons: [
    { id: 101, stage: 'math', href: '/en/learn/math/a/', title: 'First', minutes: 30 },
    { id: 107, stage: 'math', href: '/en/learn/math/b/', title: 'Second', minutes: 40 },
    { id: 205, stage: 'toolchain', href: '/en/learn/toolchain/c/', title: 'Third', minutes: 50 },
  ],
  aliases: {},
  names: { 'career-builder': 'Builder' },
};

export const builder: CareerOffer = {
  summary: 'What a builder does.',
  path: { id: 'career-builder', version: 2, title: 'Builder', lessons: [{ id: 205 }, { id: 302 }, { id: 101 }] },
};

/** A path as it is stored. */
export const stored = (path: object, t = 1) => ({ v: JSON.parse(JSON.stringify(path)), t });
