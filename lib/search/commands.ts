/** What the dialog can do besides finding pages. Commands are found by words of both languages, whatever the page's. */
import { fold, tokenizeText } from './tokenize';

export const commandIds = [
  'continue',
  'language',
  'theme-light',
  'theme-dark',
  'theme-system',
  'slash-off',
  'slash-on',
  'progress',
  'paths',
  'map',
  'labs',
  'resources',
  'open-code',
  'offline',
  'hand-over',
  'stored',
  'cohort',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What people call them, beyond the names on screen. */
const words: Readonly<Record<CommandId, string>> = {
  continue: 'continue resume next lesson where i left off 继续学习 下一课 接着学 上次',
  language: 'switch language english chinese 中文 英文 语言 切换语言 汉语',
  'theme-light': 'theme light mode day bright 主题 浅色模式 亮色 白天 外观 appearance',
  'theme-dark': 'theme dark mode night 主题 深色模式 暗色 黑暗 夜间 外观 appearance',
  'theme-system': 'theme system auto default 主题 跟随系统 自动 外观 appearance',
  'slash-off': 'shortcut key slash keyboard turn off 快捷键 斜杠 键盘 关闭',
  'slash-on': 'shortcut key slash keyboard turn on 快捷键 斜杠 键盘 打开',
  progress:
    'my progress me notes backup export import settings calendar reset restore 我的进度 笔记 备份 导出 导入 设置 日历 重置 清空 恢复',
  paths: 'my paths plan career schedule 我的路径 计划 学习路线 职业',
  map: 'knowledge map concept graph prerequisites 知识图谱 概念图 知识地图 前置知识',
  labs: 'all labs lab list experiments 全部实验 实验列表 实验室',
  resources: 'resources books courses communities reading list 学习资源 书单 书籍 教材 课程推荐 社区',
  'open-code': 'open a code share link qr snapshot 打开分享码 分享 链接 二维码 快照',
  offline: 'offline download install app pwa 离线 下载 安装 断网',
  'hand-over': 'another device phone sync move hand over 另一台设备 换设备 换手机 同步 转移',
  stored: 'stored storage data space delete 存储 存了什么 占用 空间 删除',
  cohort: 'cohort mentor team table learners class 带人 团队 学员 导师 班级',
};

export type Named = { readonly id: CommandId; readonly title: string };

/** Those of which every typed word is the beginning of a word, in the order given. All of them for an empty query. */
export function findCommands<C extends Named>(commands: readonly C[], query: string): readonly C[] {
  const typed = typedWords(query);
  if (typed.length === 0) return query.trim() === '' ? commands : [];
  return commands.filter(({ id, title }) => {
    const text = ` ${fold(`${title} ${words[id]}`)}`;
    return typed.every((word) => text.includes(/^\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  });
}

/** Stop words count here: "my paths" is not "paths" alone. */
function typedWords(query: string): readonly string[] {
  const folded = fold(query).trim();
  const han = tokenizeText(folded).filter(({ kind }) => kind !== 'latin');
  const latin = folded.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return [...latin, ...han.map(({ term }) => term)];
}
