const en = {
  note: 'My note',
  hint: 'Plain text. Saved in this browser as you type.',

  saved: 'Saved',
};

const zh: typeof en = {
  note: '我的笔记',
  hint: '纯文本，边写边存在这个浏览器里。',

  saved: '已保存',
};

export const noteStrings = { en, zh };
