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
  map: 'Knowledge map',
  labs: 'All labs',
  resources: 'Books, courses and communities',
  'open-code': 'Open a code',
  offline: 'Offline use',
  'hand-over': 'To another device',
  stored: 'What is stored in this browser',
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
  map: '知识图谱',
  labs: '全部实验',
  resources: '书、课程与社区',
  'open-code': '打开分享码',
  offline: '离线使用',
  'hand-over': '转到另一台设备',
  stored: '这个浏览器里存了什么',
  cohort: '学员总表（带人一起学）',
};

export const commandStrings = { en, zh };
