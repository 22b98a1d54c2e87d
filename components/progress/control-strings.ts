const en = {
  group: 'Status of this lesson',
  since: (status: string, day: string) => `${status} on ${day}`,
  complete: 'Mark complete',
  reopen: 'Mark not complete',
  start: 'Mark in progress',
  stop: 'Mark not started',
  skip: 'Skip…',
  unskip: 'Do not skip',
  undo: 'Undo',
  changed: (status: string) => `Now: ${status.toLowerCase()}.`,
};

const zh: typeof en = {
  group: '本课状态',
  since: (status, day) => `${status}（${day}）`,
  complete: '标记完成',
  reopen: '改回未完成',
  start: '标记在学',
  stop: '改回未开始',
  skip: '跳过…',
  unskip: '不跳过了',
  undo: '撤销',
  changed: (status) => `本课状态：${status}。`,
};

export const controlStrings = { en, zh };
