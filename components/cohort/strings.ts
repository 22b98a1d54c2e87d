/** Words of the page around the table. The table, the paste box and a learner's row have theirs beside them. */
const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

const en = {
  title: 'Cohort',
  description:
    'A table for mentors: paste the progress snapshots of your learners and see who is where and what holds them up. Read and kept in your browser only.',
  lead: 'Paste what your learners sent you, and see in one table who is where and what holds them up.',
  privacy:
    'It all stays in this browser; nothing is sent anywhere. A snapshot holds the state of each lesson and the day it was made and, if the learner wished, a name and the days of work. Never notes, answers or code.',
  noScript:
    'Snapshots are read by a script in your browser, so that no server sees them. Please turn on JavaScript to use this page.',
  howTo: 'How learners send you a snapshot',
  steps: (share: string) => [
    `They open their progress page and press “${share}”.`,
    'They tick their name, the same one each time, and the days of work if they like. With days you see who last worked when, and what has been lying since.',
    'They copy the link and send it: in a chat, in a mail, on paper as a QR code. You paste the whole chat here; names and times in between do no harm.',
  ],
  message: 'A message for your team',
  messageText: (share: string, me: string) =>
    `Please send me where you stand in Layerwise: open ${me}, press “${share}”, tick your name and, if you like, the days, copy the link and send it to me. It holds lesson states only: no notes, no answers, no code.`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C.',
  keep: 'Keep and move',
  keepHint:
    'A browser may clear what sites store; Safari does so after seven days of use without a visit. One file holds the whole cohort, for another device or another mentor.',
  export: 'Save as a file',
  exported: 'The file is downloaded.',
  import: 'Open a file…',
  importTitle: (name: string) => `What ${name} would change`,
  importAdded: 'Learners that come',
  importChanged: 'Learners with a newer snapshot or another name',
  importRemoved: 'Learners deleted or joined in the file',
  importSame: 'Learners that stay as they are',
  importProblems: (n: number) => `${plural(n, 'record')} cannot be read and will not be taken over.`,
  importNothing: 'Everything in this file is here already.',
  merge: 'Merge',
  cancel: 'Cancel',
  refused: {
    'not-json': 'This file is damaged or no cohort file. Nothing was changed.',
    'not-progress': 'This is no cohort file of Layerwise. Nothing was changed.',
    'is-progress':
      'This is a learner’s whole progress, not a cohort. It belongs to the page “My progress”. Nothing was changed.',
    newer: 'This file was made by a newer version of the site. Reload the page and try again. Nothing was changed.',
    'too-big': 'This file is too large to be a cohort file. Nothing was changed.',
  },
  clear: 'Delete everyone…',
  clearConfirm: (n: number) => `Delete ${plural(n, 'learner')}`,
  clearKeep: 'Keep them',
  health: {
    blocked:
      'This browser does not let the site store anything: the table is gone when you close the page. Save it as a file.',
    full: 'This browser’s storage for the site is full: what you add now is gone when you close the page. Save it as a file.',
    newer:
      'A newer version of the site saved a cohort here. It is left untouched. Reload the page to see it; until then nothing is saved.',
  },
  unreadable: 'A stored cohort could not be read. It was set aside, not deleted.',
  download: 'Download it',
  delete: 'Delete it',
  undo: 'Undo',
  dismiss: 'Close',
  done: {
    add: (n: number) => `${plural(n, 'snapshot')} added.`,
    import: () => 'The file was merged.',
    clear: (n: number) => `${plural(n, 'learner')} deleted.`,
    delete: (name: string) => `${name} was deleted.`,
    rename: (name: string) => `${name} was renamed.`,
    forget: (name: string) => `A snapshot of ${name} was removed.`,
    join: (name: string, into: string) => `${name} is now one with ${into}.`,
  },
  nobody: 'Somebody without a name',
};

const zh: typeof en = {
  title: '学员表',
  description: '给导师用的表：粘贴学员发来的进度快照，谁学到哪里、卡在哪里，一目了然。只在你的浏览器里读取和保存。',
  lead: '把学员发来的内容粘贴进来，谁学到哪里、卡在哪里，一张表看清楚。',
  privacy:
    '全部只存在这个浏览器里，不会发送到任何地方。快照里有每一课的状态和生成日期；学员愿意的话，还有名字和学习日期。绝不会有笔记、答案和代码。',
  noScript: '为了不让任何服务器看到，快照由浏览器里的脚本读取。请启用 JavaScript 后再用本页。',
  howTo: '学员怎样把快照发给你',
  steps: (share) => [
    `打开自己的进度页，点“${share}”。`,
    '勾选名字（每次用同一个），愿意的话再勾选学习日期。有了日期，你才看得出谁最近学过、哪一课搁下多久了。',
    '复制链接发给你：聊天、邮件都行，也可以给你看二维码。你把整段聊天记录粘贴进来即可，夹杂着名字和时间也没关系。',
  ],
  message: '发给团队的一段话',
  messageText: (share, me) =>
    `请把你在逐层的学习进度发给我：打开 ${me} ，点“${share}”，勾选名字，愿意的话再勾选日期，然后复制链接发过来。链接里只有每一课的状态，没有笔记、答案和代码。用微信、QQ 发的话，请复制“微信、QQ 专用链接”。`,
  copy: '复制',
  copied: '已复制',
  copyFailed: '浏览器不允许复制。文字已选中，请按 Ctrl+C 或 ⌘C。',
  keep: '保存和转移',
  keepHint:
    '浏览器可能会清掉网站的数据，比如 Safari：连续使用七天都没打开过的网站，数据会被删除。整张学员表可以存成一个文件，换设备或交给另一位导师。',
  export: '存成文件',
  exported: '文件已经下载。',
  import: '读入文件…',
  importTitle: (name) => `读入 ${name} 会改变什么`,
  importAdded: '新来的学员',
  importChanged: '快照更新或名字不同的学员',
  importRemoved: '在文件里已删除或合并的学员',
  importSame: '没有变化的学员',
  importProblems: (n) => `有 ${n} 条读不出来，不会读入。`,
  importNothing: '文件里的内容这里都有了。',
  merge: '合并',
  cancel: '取消',
  refused: {
    'not-json': '文件损坏，或者不是学员表文件。什么都没有改动。',
    'not-progress': '这不是逐层的学员表文件。什么都没有改动。',
    'is-progress': '这是一个人的完整进度，不是学员表，请到“我的进度”页读入。什么都没有改动。',
    newer: '这个文件来自更新版本的网站。请刷新页面再试。什么都没有改动。',
    'too-big': '文件太大，不可能是学员表。什么都没有改动。',
  },
  clear: '删除所有学员…',
  clearConfirm: (n) => `删除 ${n} 位学员`,
  clearKeep: '不删',
  health: {
    blocked: '浏览器不允许本站保存数据：关掉页面，这张表就没有了。请存成文件。',
    full: '浏览器分给本站的存储空间满了：现在添加的内容，关掉页面就没有了。请存成文件。',
    newer: '这里存着新版本网站的学员表，没有动它。刷新页面就能看到；刷新之前不会保存。',
  },
  unreadable: '有一份存下的学员表读不出来，已经另存，没有删除。',
  download: '下载这份数据',
  delete: '删除',
  undo: '撤销',
  dismiss: '关闭',
  done: {
    add: (n) => `已添加 ${n} 份快照。`,
    import: () => '文件已合并。',
    clear: (n) => `已删除 ${n} 位学员。`,
    delete: (name) => `已删除${name}。`,
    rename: (name) => `已给${name}改名。`,
    forget: (name) => `已移除${name}的一份快照。`,
    join: (name, into) => `${name}已并入${into}。`,
  },
  nobody: '没有名字的学员',
};

export const strings = { en, zh };
