const en = {
  note: 'My note',
  hint: 'Plain text. Saved in this browser as you type.',
  length: (n: number) => (n === 1 ? '1 character' : `${n} characters`),
  saved: 'Saved',
};

const zh: typeof en = {
  note: '我的笔记',
  hint: '纯文本，边写边存在这个浏览器里。',
  length: (n) => `${n} 字`,
  saved: '已保存',
};

export const noteStrings = { en, zh };
