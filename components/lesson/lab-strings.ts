const en = {
  all: 'All labs',
  title: 'Labs',
  intro: 'Small instruments that compute real numbers. Each teaches one claim and has a goal you can reach.',
  partOf: (title: string) => `Lesson: ${title}`,
  goalMet: 'Goal met',
};

const zh: typeof en = {
  all: '所有实验',
  title: '实验',
  intro: '每个实验都真实计算，只讲清一个道理，并有一个够得着的目标。',
  partOf: (title) => `所属课程：${title}`,
  goalMet: '目标达成',
};

export const labStrings = { en, zh };
