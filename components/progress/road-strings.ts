/** Words of counts and of the way in. */
const en = {
  tally: (done: number, counted: number) => `${done} of ${counted} done`,
  skipped: (n: number) => (n > 0 ? `, ${n} skipped` : ''),
  allSkipped: 'Skipped',
  percent: (value: number) => `${value}%`,
  begin: 'Start',
  resume: 'Continue',
  revisit: 'Look back',
};

const zh: typeof en = {
  tally: (done, counted) => `完成 ${done} / ${counted} 课`,
  skipped: (n) => (n > 0 ? `，跳过 ${n} 课` : ''),
  allSkipped: '已跳过',
  percent: (value) => `${value}%`,
  begin: '开始学习',
  resume: '继续学习',
  revisit: '回看',
};

export const roadStrings = { en, zh };
