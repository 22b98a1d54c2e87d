const en = {
  finish: 'Expected finish of this stage:',
  finished: 'Nothing of this stage is left to do.',
  left: (time: string) => `${time} left`,
  hours: (minutes: number) => (minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 30) / 2} h`),
};

const zh: typeof en = {
  finish: '这一阶段预计学完：',
  finished: '这一阶段已经没有剩下的内容了。',
  left: (time) => `还需 ${time}`,
  hours: (minutes) => (minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 30) / 2} 小时`),
};

export const stagePaceStrings = { en, zh };
