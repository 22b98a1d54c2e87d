/** Words about installing the site as an app: each browser has its own way, and only one of them has a button for it. */
const en = {
  title: 'As an app',
  hint: 'An icon, a window of its own, the same pages.',
  installed: 'It is running as an app now.',
  install: 'Install',
  others: 'In other browsers',
  ways: {
    ios: 'iPhone and iPad: in Safari, tap Share, then “Add to Home Screen”. The app keeps its own progress; take yours along with a backup file.',
    mac: 'Mac: in Safari, choose File → “Add to Dock”. The app keeps its own progress; take yours along with a backup file.',
    chromium:
      'Chrome and Edge: use the install sign in the address bar, or “Install” in the menu. On Android: menu → “Add to Home screen”.',
    firefox:
      'Firefox on Android: menu → “Add app to Home screen”. On a computer, a bookmark opens the same pages offline.',
  },
};

const zh: typeof en = {
  title: '装成应用',
  hint: '有图标，有自己的窗口，页面都一样。',
  installed: '现在就是以应用的方式打开的。',
  install: '安装',
  others: '其他浏览器',
  ways: {
    ios: 'iPhone 和 iPad：在 Safari 里点“分享”，再点“添加到主屏幕”。应用里的进度单独保存，请用备份文件带过去。',
    mac: 'Mac：在 Safari 里选“文件”→“添加到程序坞”。应用里的进度单独保存，请用备份文件带过去。',
    chromium: 'Chrome 和 Edge：点地址栏里的安装图标，或在菜单里选“安装”。安卓手机：菜单 →“添加到主屏幕”。',
    firefox: '安卓版 Firefox：菜单 →“添加到主屏幕”。在电脑上，用书签就能在断网时打开同样的页面。',
  },
};

export const installStrings = { en, zh };
