import { strings as progressStrings } from '@/components/progress/strings';
import type { FailureReason } from '@/lib/share/decode';
import { pathWords, plural } from './path-words';

const hours = (minutes: number, h: string, m: string) => {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 ? `${whole} ${h}` : '', rest > 0 || whole === 0 ? `${rest} ${m}` : ''].filter(Boolean).join(' ');
};

const failuresEn: Readonly<Record<FailureReason, string>> = {
  empty:
    'This address holds no code. If a link brought you here, a messenger may have removed its last part: paste the whole message below, or ask for the link “for WeChat and QQ”.',
  'not-a-code':
    'No code was found in this text. A code begins with lw1 and has no spaces: copy the whole message and paste it here.',
  cut: 'The end of this code is missing. Copy the whole message again, or ask for the QR code instead.',
  damaged: 'Some characters of this code were changed on the way. Ask for it again, as a link or a QR code.',
  'newer-version':
    'This code was made by a newer version of Layerwise. Reload this page and open the code again. If that does not help, this site has not been updated yet: tell whoever runs it.',
  'too-long': 'This is longer than any code can be. Paste only the message with the code in it.',
  malformed:
    'This code arrived whole, but what it says makes no sense. It was not made by Layerwise, or by a faulty copy: ask the sender to make a new one.',
};
const failuresZh: typeof failuresEn = {
  empty:
    '这个网址里没有分享码。如果你是点链接进来的，可能是聊天软件去掉了链接的后半段：请把整条消息粘贴到下面，或者请对方改发“微信、QQ 专用链接”。',
  'not-a-code': '这段文字里没有找到分享码。分享码以 lw1 开头，中间没有空格：请复制整条消息，再粘贴到这里。',
  cut: '这个分享码缺了结尾。请重新复制整条消息，或者请对方发二维码。',
  damaged: '这个分享码在途中被改动了几个字符。请对方用链接或二维码重新发一次。',
  'newer-version': '这个分享码来自更新版本的逐层。请刷新本页后再打开；如果还不行，说明本站尚未更新，请联系维护者。',
  'too-long': '内容太长，不可能是分享码。请只粘贴带有分享码的那条消息。',
  malformed: '这个分享码完整收到了，但内容不合规则：它不是逐层生成的，或者生成它的程序有错。请对方重新生成一个。',
};

const en = {
  ...pathWords.en,
  title: 'Open a code',
  description:
    'Open a learning path from a mentor or a progress snapshot from a learner. The code is read in your browser; nothing is sent anywhere.',
  intro:
    'A code carries a learning path or a progress snapshot. It is read here, in your browser; nothing is stored unless you say so.',
  noScript:
    'Codes are read by a script in your browser, so that no server sees them. Please turn on JavaScript to open one.',
  pasteLabel: 'Paste a link, a code, or the message it came in',
  paste: 'Open',
  several: (n: number) => `${n} codes found. Which one?`,
  failed: 'This cannot be opened',
  unchanged: 'Nothing was changed.',
  noCodeTitle: 'Nothing to open yet',
  makeTitle: 'Make a code of your own',
  makeText: 'A snapshot shows a mentor or a friend where you stand: lesson states, and nothing you wrote.',
  another: 'Open another code',
  states: progressStrings.en.status,
  failures: failuresEn,
  skippedSections: 'Made by a newer version: some of its details are not shown here.',
  unknown: (n: number) =>
    `${plural(n, 'lesson')} that this site does not have yet ${n === 1 ? 'is' : 'are'} not shown.`,
  unknownCounted: (n: number) =>
    `${plural(n, 'lesson')} that this site does not have yet: counted in the percentage, not shown here.`,
  time: (minutes: number) => hours(minutes, 'h', 'min'),
  timeAtLeast: (minutes: number) => `more than ${hours(minutes, 'h', 'min')}`,
  lessons: (n: number) => plural(n, 'lesson'),
  pathKicker: 'Learning path',
  version: (n: number) => `version ${n}`,
  ends: 'Last due date',
  size: 'Size',
  due: 'due',
  overview: 'Where these lessons lie on the road',
  career: (name: string) => `The roadmap’s own path “${name}”.`,
  falseCareer: (name: string) =>
    `This link uses the number of the roadmap’s path “${name}”, but holds something else: an earlier version, or what somebody made of it.`,
  snapshotKicker: 'Progress snapshot, read-only',
  someone: 'Progress of a learner',
  progressOf: 'Progress of',
  taken: 'Taken on',
  lastWork: 'Last work',
  ofPath: (title: string, version: number) => `lessons of the path “${title}”, version ${version}`,
  ofOtherPath: (version: number) => `lessons of a path that you do not have, version ${version}`,
  cohort: 'Add to my cohort',
  cohortHint:
    'For mentors: one table for many learners, kept in this browser. Nothing is added before you say so there.',
  sum: (done: number, counted: number) => `${done} of ${plural(counted, 'lesson')} done`,
  skippedSum: (n: number) => `${n} skipped, not counted`,
  nothingCounts: 'Every lesson was skipped',
  doneOf: (done: number, total: number) => `${done} / ${total}`,
  legend: 'Each stone is a lesson: filled = done, half = in progress, empty = not started, struck through = skipped.',
  separator: ' · ',
};

const zh: typeof en = {
  ...pathWords.zh,
  title: '打开分享码',
  description: '打开导师发来的学习路径，或者学员发来的进度快照。分享码只在你的浏览器里读取，不会发送到任何地方。',
  intro: '分享码里装着一条学习路径，或者一份进度快照。它只在你的浏览器里读取；你不点保存，就什么也不会存下来。',
  noScript: '为了不让任何服务器看到，分享码由浏览器里的脚本读取。请启用 JavaScript 后再打开。',
  pasteLabel: '粘贴链接、分享码，或者带有它的整条消息',
  paste: '打开',
  several: (n) => `找到 ${n} 个分享码，要打开哪一个？`,
  failed: '打不开',
  unchanged: '没有改动任何内容。',
  noCodeTitle: '还没有可以打开的内容',
  makeTitle: '生成自己的分享码',
  makeText: '用一份快照告诉导师或朋友你学到了哪里：只有课程状态，没有你写下的任何内容。',
  another: '打开另一个分享码',
  states: progressStrings.zh.status,
  failures: failuresZh,
  skippedSections: '由更新的版本生成，有些细节在这里显示不出来。',
  unknown: (n) => `另有 ${n} 课本站还没有，这里没有显示。`,
  unknownCounted: (n) => `另有 ${n} 课本站还没有：计入百分比，但这里没有显示。`,
  time: (minutes) => hours(minutes, '小时', '分钟'),
  timeAtLeast: (minutes) => `${hours(minutes, '小时', '分钟')}以上`,
  lessons: (n) => `${n} 课`,
  pathKicker: '学习路径',
  version: (n) => `第 ${n} 版`,
  ends: '最后截止',
  size: '内容',
  due: '截止',
  overview: '这些课在路线里的位置',
  career: (name) => `这是路线自带的路径“${name}”。`,
  falseCareer: (name) => `这个链接用了路线自带路径“${name}”的编号，内容却不一样：可能是旧版本，也可能是别人改过的。`,
  snapshotKicker: '进度快照（只读）',
  someone: '一位学员的进度',
  progressOf: '学员',
  taken: '快照日期',
  lastWork: '最近学习',
  ofPath: (title, version) => `路径“${title}”（第 ${version} 版）里的课程`,
  ofOtherPath: (version) => `你没有的一条路径（第 ${version} 版）里的课程`,
  cohort: '加入我的学员表',
  cohortHint: '给导师用：把多位学员放在一张表里，只存在这个浏览器。到那边确认之后才会添加。',
  sum: (done, counted) => `完成 ${done} / ${counted} 课`,
  skippedSum: (n) => `跳过 ${n} 课，不计入`,
  nothingCounts: '所有课程都被跳过了',
  doneOf: (done, total) => `${done} / ${total}`,
  legend: '一块石头是一课：实心 = 已完成，半实心 = 进行中，空心 = 未开始，划线 = 已跳过。',
  separator: ' · ',
};

export const strings = { en, zh };
