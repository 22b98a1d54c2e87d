/** Words of a learner's opened row. */
const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

const en = {
  sums: (done: number, doing: number, skipped: number, todo: number) =>
    `${done} completed, ${doing} in progress, ${skipped} skipped, ${todo} not started`,
  ofPath: 'counts the lessons of a path',
  taken: (day: string) => `snapshot of ${day}`,
  active: (day: string) => `last worked on ${day}`,
  history: 'Snapshots kept',
  percent: (n: number) => `${n}%`,
  forget: (day: string) => `Remove the snapshot of ${day}`,
  open: 'Open the snapshot',
  rename: 'Rename',
  renameLabel: 'Name in this table',
  renameHint: (name: string) => `In the snapshot: ${name}. Leave empty to go back to it.`,
  save: 'Save',
  cancel: 'Cancel',
  isTaken: (name: string) => `There is a ${name} already. If that is the same person, use “Same person as…”.`,
  join: 'Same person as…',
  joinLabel: 'Who is the same person?',
  joinHint: 'Both rows become one under the name chosen here. The newest snapshot counts.',
  joinDo: 'Make them one',
  delete: 'Delete',
  lessons: (n: number) => plural(n, 'lesson'),
  separator: ' · ',
};

const zh: typeof en = {
  sums: (done, doing, skipped, todo) => `已完成 ${done} 课，在学 ${doing} 课，跳过 ${skipped} 课，未开始 ${todo} 课`,
  ofPath: '只算一条路径里的课',
  taken: (day) => `快照日期 ${day}`,
  active: (day) => `最近学习 ${day}`,
  history: '保留的快照',
  percent: (n) => `${n}%`,
  forget: (day) => `移除${day}的快照`,
  open: '打开快照',
  rename: '改名',
  renameLabel: '在这张表里的名字',
  renameHint: (name) => `快照里的名字是“${name}”，留空就用它。`,
  save: '保存',
  cancel: '取消',
  isTaken: (name) => `已经有一位${name}了。如果是同一个人，请用“同一个人……”。`,
  join: '同一个人……',
  joinLabel: '和谁是同一个人？',
  joinHint: '两行合成一行，用这里选的名字，以最新的快照为准。',
  joinDo: '合成一行',
  delete: '删除',
  lessons: (n) => `${n} 课`,
  separator: ' · ',
};

export const learnerStrings = { en, zh };
