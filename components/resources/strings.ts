const en = {
  title: 'Resources',
  intro:
    'Where to go when you want more than a lesson holds. A short list, each with its reason; nothing here is required.',
  reviewed: (day: string) => `reviewed ${day}`,
};

const zh: typeof en = {
  title: '资源',
  intro: '课程讲不完的，去这些地方继续学。单子很短，每一条都说明了理由，没有一条是必读的。',
  reviewed: (day) => `${day} 核对`,
};

export const strings = { en, zh };
