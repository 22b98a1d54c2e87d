/** Words of the exercise before its workbench is loaded. They ship with every lesson: keep them few. */
const en = {
  label: 'Exercise',
  open: 'Open the editor',
  opening: 'Opening the editor…',
  retry: 'The editor did not load. Try again',
  cost: (megabytes: string) => `Python runs in this page. The first run downloads ${megabytes} MB once.`,
};

const zh: typeof en = {
  label: '练习',
  open: '打开编辑器',
  opening: '正在打开编辑器……',
  retry: '编辑器没有加载成功，再试一次',
  cost: (megabytes) => `Python 直接在这个页面里运行，第一次运行要下载 ${megabytes} MB，之后不再下载。`,
};

export const strings = { en, zh };
