/** The few words of a social image that are not in the content. */
import type { Dictionary } from '@/lib/i18n/dictionary';

type SocialStrings = {
  readonly brand: string;
  readonly layer: (n: number) => string;
  readonly minutes: (n: number) => string;
  readonly homeTitle: string;
  readonly homeNote: string;
  readonly mapTitle: string;
  readonly mapNote: (concepts: number) => string;
};

const en: SocialStrings = {
  brand: 'Layerwise',
  layer: (n) => `Layer ${n}`,
  minutes: (n) => `${n} min`,
  homeTitle: 'From software engineer to LLM engineer',
  homeNote: 'Lessons, live labs and exercises that run in the page',
  mapTitle: 'The knowledge map',
  mapNote: (concepts) => `${concepts} concepts, and what each one rests on`,
};

const zh: SocialStrings = {
  brand: '逐层',
  layer: (n) => `第 ${n} 层`,
  minutes: (n) => `${n} 分钟`,
  homeTitle: '从软件工程师到大模型工程师',
  homeNote: '课程、可以动手的实验、在页面里运行的练习',
  mapTitle: '知识图谱',
  mapNote: (concepts) => `${concepts} 个概念，以及每个概念建立在什么之上`,
};

export const socialStrings: Dictionary<SocialStrings> = { en, zh };
