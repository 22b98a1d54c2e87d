/** Words of the QR scanner. */
import type { CameraProblem } from './camera-problem';

const en = {
  title: 'Scan a QR code',
  intro: 'The picture stays on this device: the code is read here.',
  start: 'Turn on the camera',
  again: 'Try again',
  resume: 'Turn the camera on again',
  asking: 'The browser is asking whether this page may use the camera.',
  looking: 'Hold the code in front of the camera until it is read.',
  read: 'Read.',
  paused: 'The camera was turned off while the page was in the background.',
  viewfinder: 'What the camera sees',
  camera: 'Camera',
  cameraNumber: (n: number) => `Camera ${n}`,
  light: 'Light',
  stop: 'Turn off the camera',
  picture: 'Read a picture…',
  pictureHint: 'A photo or screenshot can also be pasted or dropped here.',
  reading: 'Reading the picture…',
  noCode: 'No QR code was found in this picture. Crop it to the code, or take it sharper and straight.',
  noPicture: 'This file cannot be opened as a picture.',
  close: 'Close',
  broken: 'The reader could not be loaded. Are you offline? Try again.',
  problems: {
    insecure: 'Browsers give the camera only to pages opened over https. Read a picture of the code instead.',
    unsupported:
      'This browser gives pages no camera, as is usual inside messengers. Open the page in Safari, Chrome or Firefox, or read a picture.',
    none: 'No camera was found on this device. Read a picture of the code instead.',
    denied:
      'The camera is not allowed for this site. Allow it in the site settings beside the address, then try again, or read a picture.',
    busy: 'The camera is being used by another program. Close that one, then try again.',
    lost: 'The camera is gone: unplugged, or no longer allowed.',
    failed: 'The camera could not be started. Try again, or read a picture of the code.',
  } as Record<CameraProblem, string>,
};

const zh: typeof en = {
  title: '扫描二维码',
  intro: '画面不会离开这台设备，识别就在这里进行。',
  start: '打开摄像头',
  again: '再试一次',
  resume: '重新打开摄像头',
  asking: '浏览器正在询问是否允许使用摄像头。',
  looking: '把二维码对准摄像头，等它识别出来。',
  read: '读到了。',
  paused: '页面切到后台时，摄像头已经关闭。',
  viewfinder: '摄像头画面',
  camera: '摄像头',
  cameraNumber: (n) => `摄像头 ${n}`,
  light: '补光灯',
  stop: '关闭摄像头',
  picture: '识别图片…',
  pictureHint: '照片或截图也可以直接粘贴、拖到这里。',
  reading: '正在识别图片……',
  noCode: '图片里没找到二维码。请裁剪到只剩二维码，或者拍得清楚、端正一些。',
  noPicture: '这个文件不能当作图片打开。',
  close: '关闭',
  broken: '识别程序没能加载，可能是断网了，请再试一次。',
  problems: {
    insecure: '只有通过 https 打开的页面才能使用摄像头。可以改为识别二维码的图片。',
    unsupported:
      '这个浏览器不让网页使用摄像头，聊天软件内置的浏览器常常这样。请用 Safari、Chrome 或 Firefox 打开，或者识别图片。',
    none: '这台设备上没有找到摄像头。可以改为识别二维码的图片。',
    denied: '这个网站没有获得摄像头权限。请在地址栏旁的网站设置里允许，再试一次；也可以识别图片。',
    busy: '摄像头正被其他程序占用。关掉那个程序，再试一次。',
    lost: '摄像头断开了：可能被拔掉，或者权限被收回。',
    failed: '摄像头没能启动。请再试一次，或者识别二维码的图片。',
  },
};

export const scannerStrings = { en, zh };
