/** Words for what differs between two versions of a path. */
import { pathWords, plural } from './path-words';

const en = {
  ...pathWords.en,
  /** What an update would do. */
  changes: {
    heading: 'What changes',
    added: (n: number) => `${plural(n, 'lesson')} added`,
    removed: (n: number) => `${plural(n, 'lesson')} removed`,
    moved: (n: number) => `${plural(n, 'lesson')} moved`,
    redated: (n: number) => `${plural(n, 'due date')} changed`,
    renoted: (n: number) => `${plural(n, 'note')} changed`,
    shifted: (n: number) => `${plural(n, 'due date')} ${n === 1 ? 'moves' : 'move'} with the start.`,
    to: 'becomes',
    before: 'Before',
    now: 'Now',
  },
  /** Where two paths differ and neither takes the other's place. */
  differs: {
    heading: 'How this one differs from yours',
    added: (n: number) => `${plural(n, 'lesson')} only in this one`,
    removed: (n: number) => `${plural(n, 'lesson')} only in yours`,
    moved: (n: number) => `${plural(n, 'lesson')} in another place`,
    redated: (n: number) => `${plural(n, 'lesson')} due on another day`,
    renoted: (n: number) => `${plural(n, 'lesson')} with another note`,
    shifted: (n: number) => `${plural(n, 'due date')} ${n === 1 ? 'differs' : 'differ'} with the start.`,
    to: 'here',
    before: 'Yours',
    now: 'Here',
  },
  place: (n: number) => `place ${n}`,
  none: 'none',
  noDate: 'no date',
  titleField: 'Title',
  unknownLesson: (id: number) => `a lesson that this site does not have yet (no. ${id})`,
};

const zh: typeof en = {
  ...pathWords.zh,
  changes: {
    heading: '有哪些变化',
    added: (n) => `新增 ${n} 课`,
    removed: (n) => `移除 ${n} 课`,
    moved: (n) => `${n} 课调整了顺序`,
    redated: (n) => `${n} 个截止日期有变化`,
    renoted: (n) => `${n} 条备注有变化`,
    shifted: (n) => `${n} 个截止日期随开始日期变动。`,
    to: '改为',
    before: '原来',
    now: '现在',
  },
  differs: {
    heading: '和你那份的不同之处',
    added: (n) => `只有这份里有的 ${n} 课`,
    removed: (n) => `只有你那份里有的 ${n} 课`,
    moved: (n) => `${n} 课的顺序不同`,
    redated: (n) => `${n} 课的截止日期不同`,
    renoted: (n) => `${n} 课的备注不同`,
    shifted: (n) => `开始日期不同，${n} 个截止日期也随之不同。`,
    to: '这份是',
    before: '你那份',
    now: '这份',
  },
  place: (n) => `第 ${n} 位`,
  none: '无',
  noDate: '无日期',
  titleField: '标题',
  unknownLesson: (id) => `本站还没有的一课（编号 ${id}）`,
};

export const changeStrings = { en, zh };
