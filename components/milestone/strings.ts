/** Words around a milestone. The milestone itself is content: `content/{stage}/milestone.yaml`. */
const en = {
  tally: (done: number, all: number) => (done === all ? `All ${all} steps done` : `${done} of ${all} steps done`),
  time: (hours: number) => `about ${hours} ${hours === 1 ? 'hour' : 'hours'}`,
  notCounted: 'Not part of the percentage, which counts lessons.',
  noScript: 'Ticking steps and keeping evidence needs JavaScript; reading them does not.',
  done: 'Counts as done when',
  judge: 'What a mentor looks at',
  lessons: 'From the lessons',
  labs: 'In the labs',
  evidence: 'My evidence',
  evidenceOf: (step: string) => `Evidence: ${step}`,
  evidenceHint: (n: number) =>
    `Text or a link, at most ${n.toLocaleString('en')} characters. Kept in this browser, in your backup, and nowhere else.`,
  saved: 'Saved',
  openLink: 'Open the link',
  kept: 'What you wrote for a step that is no longer here',
};

const zh: typeof en = {
  tally: (done, all) => (done === all ? `${all} 步全部完成` : `完成 ${done} / ${all} 步`),
  time: (hours) => `约 ${hours} 小时`,
  notCounted: '不计入百分比，百分比只数课程。',
  noScript: '勾选步骤、保存成果需要启用 JavaScript，阅读不需要。',
  done: '怎样算完成',
  judge: '导师会看什么',
  lessons: '用到的课',
  labs: '用到的实验',
  evidence: '我的成果',
  evidenceOf: (step) => `成果：${step}`,
  evidenceHint: (n) => `文字或链接，最多 ${n.toLocaleString('zh')} 字。只存在这个浏览器和你的备份里。`,
  saved: '已保存',
  openLink: '打开链接',
  kept: '你为一个已取消的步骤写下的成果',
};

export const strings = { en, zh };
