/** Words of a stage's page. What the stage is for is content: `content/roadmap.yaml`. */
const en = {
  allStages: 'Roadmap',
  stage: (n: number) => `Layer ${n}`,
  goal: 'When you leave this stage',
  time: 'Time',
  minutes: (n: number) => `${n} min`,
  hours: (minutes: number) => `${Math.round(minutes / 6) / 10} h`,
  plan: 'A plan to get through it',
  sum: (lessons: number, hours: string, milestone: string) => {
    const all = `${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}, ${hours} with labs and exercises`;
    return milestone ? `${all}, and ${milestone} for the milestone` : all;
  },
  pace: (minutes: number, days: number) => `${minutes} minutes on ${days} days a week`,
  weeks: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
  placement: 'Not starting from zero?',
  toPlacement: 'Take the placement test',
  offline: 'In the metro?',
  offlineText: 'Lessons, labs and exercises of this stage can be kept on this device.',
  toOffline: 'Read this stage without a network',
  conceptsOf: 'What it covers',
};

const zh: typeof en = {
  allStages: '路线',
  stage: (n) => `第 ${n} 层`,
  goal: '学完这一阶段，你能够',
  time: '时间',
  minutes: (n) => `${n} 分钟`,
  hours: (minutes) => `${Math.round(minutes / 6) / 10} 小时`,
  plan: '怎样安排',
  sum: (lessons, hours, milestone) => {
    const all = `${lessons} 课，连实验和练习约 ${hours}`;
    return milestone ? `${all}，里程碑另需约 ${milestone}` : all;
  },
  pace: (minutes, days) => `每周 ${days} 天，每天 ${minutes} 分钟`,
  weeks: (n) => `${n} 周`,
  placement: '不是从零开始？',
  toPlacement: '做一次摸底测试',
  offline: '路上也想学？',
  offlineText: '这个阶段的课程、实验和练习可以存到这台设备上。',
  toOffline: '下载这个阶段，断网也能学',
  conceptsOf: '涵盖的概念',
};

export const stageStrings = { en, zh };
