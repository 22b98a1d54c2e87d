const en = {
  ready: 'A new version of the site is ready. Loading it reloads every open tab; your code and notes are saved.',
  load: 'Load it',
  offline: 'You are offline, and this part is not on this device.',
  whatIsHere: 'What is here',
  updated: 'The site has just been updated, and this part belongs to the new version. It is being prepared.',
  close: 'Close',
};

const zh: typeof en = {
  ready: '新版本已经准备好。载入时，打开的标签页会一起刷新；你的代码和笔记都已保存。',
  load: '载入新版本',
  offline: '现在没有网络，这部分内容也不在这台设备上。',
  whatIsHere: '看看有什么',
  updated: '网站刚刚更新过，这部分属于新版本，正在准备。',
  close: '关闭',
};

export const watchStrings = { en, zh };
