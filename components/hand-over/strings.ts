/** Words of the hand-over page. */
import type { Contents } from '@/lib/hand-over/contents';
import type { Received } from '@/lib/hand-over/receive';

type Failure = (Received & { readonly kind: 'failed' })['why'];

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

const en = {
  title: 'To another device',
  description: 'Take your progress from one device to another: by camera, as a text or as a file. Without an account.',
  lead: 'One device hands over to the other, without an account and without a server. Nothing is lost on either: of each entry, the later change stays.',
  steps: [
    'Open this page on both devices.',
    'On the device that has your progress, choose a way under “From this device”. On the other, use the same way under “To this device”.',
    'Look at what would change there, then merge. It can be undone.',
  ],
  camera: 'Only the device that receives needs a camera. Without one, take the text or the file.',
  pageCode: 'Open this page on a phone',
  pageCodeLabel: 'QR code of the address of this page',
  noScript: 'This page needs JavaScript: what is handed over lies in the browser.',
  back: 'My progress',

  from: 'From this device',
  empty: 'There is no progress here to hand over. If this is the new device, go on under “To this device”.',
  what: 'What goes along',
  all: 'Everything',
  light: 'Without exercise code and notes',
  contents: ({ lessons, results, code, notes, paths, others }: Contents) =>
    [
      lessons > 0 && count(lessons, 'lesson status').replace('statuss', 'statuses'),
      results > 0 && count(results, 'result'),
      code > 0 && `code of ${count(code, 'exercise')}`,
      notes > 0 && count(notes, 'note'),
      paths > 0 && count(paths, 'path'),
      others > 0 && count(others, 'other entry').replace('entrys', 'entries'),
    ]
      .filter(Boolean)
      .join(', '),
  making: 'Packing…',

  byQr: 'By camera',
  byQrHint: (codes: number, seconds: number) =>
    codes === 1
      ? 'One QR code. The other device scans it from this screen.'
      : `${codes} QR codes, one after another. The other device films them from this screen, about ${count(seconds, 'second')}.`,
  byQrMany: 'That is a lot to film: the file is quicker.',
  byQrTooMany: 'Too much for QR codes. Take the file, or leave out code and notes.',
  showQr: 'Show the QR codes',
  hideQr: 'Hide the QR codes',
  qrLabel: 'QR code for the other device',
  frame: (n: number, all: number) => `Code ${n} of ${all}`,
  extra: 'More codes, to make up for missed ones',
  play: 'Play',
  pause: 'Pause',
  previous: 'Previous',
  next: 'Next',
  speed: 'Speed',
  speeds: { 2: 'Slow', 4: 'Normal', 6: 'Fast' } as Record<number, string>,
  coarse: 'Coarser codes (for a weak camera)',
  byHand: 'Your system asks for less motion, so the codes wait: press “Next” when the other device has read one.',
  qrFailed: 'The QR codes could not be loaded. Are you offline? Take the text or the file.',

  byText: 'As a text',
  byTextHint:
    'Copy it, send it to yourself by any messenger or mail, and paste it on the other device. Whoever has it can read it.',
  makeText: 'Make the text',
  textLabel: 'Your progress as a text',
  textLength: (n: string) => `${n} characters.`,
  textLong: (n: string) => `${n} characters: many messengers cut texts as long as this. The file is safer.`,
  textTooLong: 'Too long for a text. Take the file.',

  byFile: 'As a file',
  byFileHint: (size: string) => `About ${size}. Send it by AirDrop, cable, cloud folder or mail.`,
  withModels: (n: number, size: string) =>
    n === 1 ? `With the model I trained (about ${size})` : `With the ${n} models I trained (about ${size})`,
  onlyFile: 'Models you trained go along in the file only.',
  saveFile: 'Download the file',
  shareFile: 'Share the file…',
  saved: 'The file is in your downloads.',
  savedWithout: (n: number) => `The file is in your downloads, without ${count(n, 'model')} that did not fit.`,

  to: 'To this device',
  scan: 'Scan the QR codes',
  scanHint: 'With the camera of this device, from the screen of the other.',
  progress: (have: number, parts: number) => `${have} of ${parts}`,
  progressLabel: 'Codes read',
  reached: (percent: number) => `${percent}% read`,
  paste: 'Paste the text',
  pasteHint: 'All of it, or with whatever stands around it.',
  open: 'Open',
  fileHint: 'Or take the file that the other device made.',
  other: 'the other device',
  again: 'Already read. Scan again?',
  failures: {
    none: 'This is nothing that the hand-over made. Nothing was changed.',
    cut: 'The end of the text is missing: it was cut on the way. Nothing was changed.',
    damaged: 'Something in it was changed on the way. Make it anew and try again. Nothing was changed.',
    newer: 'It was made by a newer version of the site. Reload this page and try again. Nothing was changed.',
    'too-big': 'It is larger than any progress can be. Nothing was changed.',
    unsupported: 'This browser is too old to unpack it. Take the file, or update the browser. Nothing was changed.',
  } as Record<Failure, string>,
};

const zh: typeof en = {
  title: '转到另一台设备',
  description: '把学习进度从一台设备转到另一台：用摄像头、一段文字或者一个文件。不用注册。',
  lead: '两台设备直接交接，不用注册，也不经过服务器。哪边的进度都不会丢：同一条记录，以较晚的改动为准。',
  steps: [
    '在两台设备上都打开本页。',
    '在有进度的那台上，从“从这台设备转出”里选一种方式；在另一台上，用“转入这台设备”里相同的方式。',
    '在那边先看看会改变什么，再合并。合并可以撤销。',
  ],
  camera: '只有接收的那台需要摄像头。没有的话，就用文字或文件。',
  pageCode: '用手机打开本页',
  pageCodeLabel: '本页网址的二维码',
  noScript: '本页需要 JavaScript：要转的内容都存在浏览器里。',
  back: '我的进度',

  from: '从这台设备转出',
  empty: '这里还没有可以转出的进度。如果这台是新设备，请看“转入这台设备”。',
  what: '带上什么',
  all: '全部',
  light: '不带练习代码和笔记',
  contents: ({ lessons, results, code, notes, paths, others }) =>
    [
      lessons > 0 && `${lessons} 课的状态`,
      results > 0 && `${results} 项结果`,
      code > 0 && `${code} 份练习代码`,
      notes > 0 && `${notes} 条笔记`,
      paths > 0 && `${paths} 条路径`,
      others > 0 && `其他 ${others} 条`,
    ]
      .filter(Boolean)
      .join('、'),
  making: '正在打包……',

  byQr: '用摄像头',
  byQrHint: (codes, seconds) =>
    codes === 1
      ? '一个二维码，让另一台设备对着这个屏幕扫。'
      : `共 ${codes} 个二维码，依次显示。让另一台设备对着这个屏幕拍，大约 ${seconds} 秒。`,
  byQrMany: '要拍的有点多，用文件更快。',
  byQrTooMany: '内容太多，二维码放不下。请用文件，或者不带代码和笔记。',
  showQr: '显示二维码',
  hideQr: '收起二维码',
  qrLabel: '给另一台设备扫的二维码',
  frame: (n, all) => `第 ${n} 个，共 ${all} 个`,
  extra: '继续显示，补上漏拍的',
  play: '播放',
  pause: '暂停',
  previous: '上一个',
  next: '下一个',
  speed: '速度',
  speeds: { 2: '慢', 4: '正常', 6: '快' },
  coarse: '用更粗的二维码（摄像头较差时）',
  byHand: '系统设置了减少动态效果，所以二维码不会自己动：另一台读到后，请按“下一个”。',
  qrFailed: '二维码没能加载，可能是断网了。请用文字或文件。',

  byText: '用一段文字',
  byTextHint: '复制下来，用聊天软件或邮件发给自己，再到另一台设备上粘贴。拿到这段文字的人都能读出内容。',
  makeText: '生成文字',
  textLabel: '文字形式的进度',
  textLength: (n) => `共 ${n} 个字符。`,
  textLong: (n) => `共 ${n} 个字符。这么长的文字，很多聊天软件会截断，用文件更稳妥。`,
  textTooLong: '内容太长，不能做成文字。请用文件。',

  byFile: '用文件',
  byFileHint: (size) => `约 ${size}。可以用隔空投送、数据线、网盘或邮件传过去。`,
  withModels: (n, size) => `带上我训练的 ${n} 个模型（约 ${size}）`,
  onlyFile: '自己训练的模型只能随文件带走。',
  saveFile: '下载文件',
  shareFile: '分享文件……',
  saved: '文件已经下载。',
  savedWithout: (n) => `文件已经下载，有 ${n} 个模型放不下，没有带上。`,

  to: '转入这台设备',
  scan: '扫描二维码',
  scanHint: '用这台设备的摄像头，对着另一台的屏幕。',
  progress: (have, parts) => `${have} / ${parts}`,
  progressLabel: '已读到的二维码',
  reached: (percent) => `已读到 ${percent}%`,
  paste: '粘贴文字',
  pasteHint: '整段粘贴，前后带着别的内容也没关系。',
  open: '打开',
  fileHint: '也可以读入另一台设备生成的文件。',
  other: '另一台设备',
  again: '已经读完。要重新扫描吗？',
  failures: {
    none: '这不是转移进度用的内容。什么都没有改动。',
    cut: '文字的结尾不见了，传的时候被截断了。什么都没有改动。',
    damaged: '内容在途中被改动过。请重新生成再试。什么都没有改动。',
    newer: '这来自更新版本的网站。请刷新本页再试。什么都没有改动。',
    'too-big': '内容太大，不像是学习进度。什么都没有改动。',
    unsupported: '浏览器太旧，没法解开。请用文件，或者更新浏览器。什么都没有改动。',
  },
};

export const strings = { en, zh };
