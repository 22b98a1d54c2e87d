/** Words of the checks: apart from those of the page, because these travel to the browser, in the page's language only. */
const en = {
  answer: 'Your answer',
  submit: 'Check',
  again: 'Try again',
  right: 'Right',
  wrong: 'Not quite',
  partly: 'Some are missing',
  severalRight: 'Several may be right.',
  notANumber: 'Enter a number, such as 0.25 or 1e-3.',
  moveUp: 'Move up',
  moveDown: 'Move down',
  orderHint: 'Put these in order.',
  rightOne: 'right',
  wrongOne: 'wrong',
};

const zh: typeof en = {
  answer: '你的答案',
  submit: '检查',
  again: '再试一次',
  right: '答对了',
  wrong: '还不对',
  partly: '还没选全',
  severalRight: '可能不止一个正确答案。',
  notANumber: '请输入一个数，例如 0.25 或 1e-3。',
  moveUp: '上移',
  moveDown: '下移',
  orderHint: '请排出正确的顺序。',
  rightOne: '正确',
  wrongOne: '错误',
};

export const checkStrings = { en, zh };
export type CheckStrings = typeof en;
