/** Words of what today asks: on the page of my paths, on `me/` and, shorter, on the roadmap. */
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const en = {
  path: 'Path',
  road: 'The whole road',
  untitled: 'Untitled path',
  next: 'Next',
  finished: 'Every lesson of this path is done.',
  dueToday: 'Due today',
  dueThisWeek: 'Due this week',
  dueNext: 'Next date',
  late: (n: number) => `${plural(n, 'lesson is', 'lessons are')} later than ${n === 1 ? 'its date' : 'their dates'}`,
  plan: 'Today',
  minutesLeft: (left: number, all: number) => (left < all ? `${left} of ${all} minutes left` : `${all} minutes`),
  minutesDone: (all: number) => `your ${all} minutes are done`,
  week: 'This week',
  days: (n: number, all: number) => (n > all ? plural(n, 'day') : `${n} of ${plural(all, 'day')}`),
  minutes: (n: number) => `${n} min`,
  lessons: (n: number) => plural(n, 'lesson'),
  separator: ' · ',
  colon: ': ',
};

const zh: typeof en = {
  path: '路径',
  road: '整条路线',
  untitled: '未命名的路径',
  next: '下一课',
  finished: '这条路径上的课都学完了。',
  dueToday: '今天截止',
  dueThisWeek: '本周截止',
  dueNext: '下一个日期',
  late: (n) => `有 ${n} 课晚于定好的日期`,
  plan: '今天',
  minutesLeft: (left, all) => (left < all ? `${all} 分钟，还剩 ${left} 分钟` : `${all} 分钟`),
  minutesDone: (all) => `${all} 分钟已经学完`,
  week: '本周',
  days: (n, all) => (n > all ? `学了 ${n} 天` : `${n} / ${all} 天`),
  minutes: (n) => `${n} 分钟`,
  lessons: (n) => `${n} 课`,
  separator: ' · ',
  colon: '：',
};

export const todayStrings = { en, zh };
