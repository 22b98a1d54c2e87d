/** Words of adding a path: they come with the part that adds, after the path is on show. */
import { pathWords } from './path-words';

const en = {
  untitled: pathWords.en.untitled,
  add: 'Add this path',
  update: (n: number) => `Update to version ${n}`,
  fill: 'Add what mine leaves out',
  copy: 'Add this one as a copy',
  copyInstead: 'Keep mine, add this one as a copy',
  copyTitle: (title: string) => `${title} (copy)`,
  addHint: 'It is kept in this browser, beside your other paths. Your progress stays as it is.',
  updateHint: 'Only the path changes. Your progress stays as it is, and you can undo this.',
  copyHint: 'A copy is a path of your own: it stands beside yours, and you can edit it.',
  ownHint: 'You made this path in this browser. After the update you can still edit it.',
  outcome: {
    added: 'Added to your paths.',
    updated: 'Updated. Your progress is as it was.',
    copied: 'Added to your paths as a copy.',
    notKept: 'Added, but this browser does not let the site keep it: it is gone when you close the page.',
    tooLarge: 'This path could not be added: it is too large to keep.',
  },
  same: 'You have this path.',
  lighter: 'You have this path, with more in it than this link holds. Yours stays.',
  fuller: 'You have this path; this link holds more of it.',
  newer: (mine: number) => `You have version ${mine} of this path. This is a later one.`,
  older: (mine: number) => `You have a later version of this path (version ${mine}). Yours stays as it is.`,
  conflict:
    'You have a path with the same number and version but other content. Yours stays as it is. To have both, add this one as a copy.',
  unreadable:
    'Under the number of this path something is stored that this version of the site cannot read. It stays as it is. To have this path all the same, add it as a copy.',
  activate: 'Follow this path now',
  active: 'You follow this path: “Continue” and today’s plan go by it.',
  myPaths: 'My paths',
  goOn: (title: string) => `Go on with: ${title}`,
  firstLesson: 'Begin with the first lesson',
};

const zh: typeof en = {
  untitled: pathWords.zh.untitled,
  add: '添加这条路径',
  update: (n) => `更新到第 ${n} 版`,
  fill: '补上我缺的内容',
  copy: '另存为一份副本',
  copyInstead: '保留我的，把这份存为副本',
  copyTitle: (title) => `${title}（副本）`,
  addHint: '路径保存在这个浏览器里，和你的其他路径并列；已有的学习进度不变。',
  updateHint: '只更新路径，学习进度不变，也可以撤销。',
  copyHint: '副本是你自己的路径：和原来的并列，可以随意修改。',
  ownHint: '这条路径是你在这个浏览器里做的，更新之后仍然可以修改。',
  outcome: {
    added: '已添加到你的路径。',
    updated: '已更新，学习进度不变。',
    copied: '已作为副本添加到你的路径。',
    notKept: '已添加，但浏览器不允许本站保存数据：关闭页面后就没有了。',
    tooLarge: '没能添加这条路径：内容太大，无法保存。',
  },
  same: '你已经有这条路径了。',
  lighter: '你已经有这条路径，而且比链接里的更完整，会保留你的。',
  fuller: '你已经有这条路径，链接里的内容更完整。',
  newer: (mine) => `你有这条路径的第 ${mine} 版，链接里的版本更新。`,
  older: (mine) => `你手上的版本更新（第 ${mine} 版），会原样保留。`,
  conflict: '你有一条编号和版本都相同、内容却不同的路径，会原样保留。两份都想要的话，可以把这份存为副本。',
  unreadable: '这个编号下存着当前版本读不懂的数据，会原样保留。仍然想要这条路径的话，可以存为副本。',
  activate: '开始按这条路径学',
  active: '你正在按这条路径学：“继续”和每日计划都以它为准。',
  myPaths: '我的路径',
  goOn: (title) => `接着学：${title}`,
  firstLesson: '从第一课开始',
};

export const addStrings = { en, zh };
