/** Words for what a path holds, wherever one is shown. */
export const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const en = {
  untitled: 'Untitled path',
  from: 'From',
  starts: 'Starts',
  dueAfter: (days: number) => `due ${plural(days, 'day')} after the start`,
  note: 'Note',
  inOrder: 'Lessons in order',
};
const zh: typeof en = {
  untitled: '未命名的路径',
  from: '导师',
  starts: '开始日期',
  dueAfter: (days) => `开始后 ${days} 天内`,
  note: '备注',
  inOrder: '课程顺序',
};
export const pathWords = { en, zh };
