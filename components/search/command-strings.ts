import type { CommandId } from '@/lib/search/commands';

/** The name of the lesson follows Continue. */
const en: Readonly<Record<CommandId, string>> = {
  continue: 'Continue: ',
  language: '切换到中文',
  'theme-light': 'Light theme',
  'theme-dark': 'Dark theme',
  'theme-system': 'Theme as the system',
  'slash-off': 'Do not open search with the / key',
  'slash-on': 'Open search with the / key',
  progress: 'My progress',
  paths: 'My paths',
  'open-code': 'Open a code',
  offline: 'Offline use',
  cohort: 'Cohort table, for mentors',
};

const zh: typeof en = {
  continue: '继续学习：',
  language: 'Switch to English',
  'theme-light': '浅色主题',
  'theme-dark': '深色主题',
  'theme-system': '主题跟随系统',
  'slash-off': '不再用 / 键打开搜索',
  'slash-on': '用 / 键打开搜索',
  progress: '我的进度',
  paths: '我的路径',
  'open-code': '打开分享码',
  offline: '离线使用',
  cohort: '学员总表（带人一起学）',
};

export const commandStrings = { en, zh };
