/** Words of the notices about storage and of the undo bar. */
import type { UndoWhat } from '@/lib/progress/undo';

const en = {
  health: {
    blocked:
      'This browser does not let the site store anything. You can go on; what you do lasts until this page is closed.',
    full: 'This browser’s storage for the site is full. You can go on, but nothing new is being saved.',
    newer:
      'A newer version of the site saved your progress here. It is left untouched; reload the page to use it. Until then nothing is saved.',
  },
  unreadable: 'Some stored progress could not be read. It has been set aside, not deleted.',
  download: 'Download it',
  backupDue: 'What you have finished exists only in this browser. A backup is one file.',
  backUp: 'Download a backup',
  dismiss: 'Close',
  undo: 'Undo',
  done: {
    'reset-lesson': 'The lesson was reset.',
    'reset-stage': 'The stage was reset.',
    'reset-all': 'All progress was reset.',
    erase: 'Everything was deleted.',
    import: 'The file was merged.',
    'hand-over': 'The progress of the other device was merged.',
    'remove-path': 'The path was removed. Your progress is untouched.',
    'update-path': 'The path was updated. Your progress is untouched.',
    placement: 'The lessons you ticked were skipped.',
    'placement-restart': 'The answers of the placement test were deleted.',
  } as Record<UndoWhat['act'], string>,
};

const zh: typeof en = {
  health: {
    blocked: '浏览器不允许本站保存数据。可以接着学，但关掉页面后这次的进度就没有了。',
    full: '浏览器分给本站的存储空间满了。可以接着学，但新的进度没有保存。',
    newer: '这里存着新版本网站的进度，没有动它。刷新页面就能用上；刷新之前不会保存。',
  },
  unreadable: '有一份存下的进度读不出来，已经另存，没有删除。',
  download: '下载这份数据',
  backupDue: '你学完的课只存在这个浏览器里。备份只要一个文件。',
  backUp: '下载备份',
  dismiss: '关闭',
  undo: '撤销',
  done: {
    'reset-lesson': '已重置这一课。',
    'reset-stage': '已重置这个阶段。',
    'reset-all': '已重置全部进度。',
    erase: '已全部删除。',
    import: '文件已合并。',
    'hand-over': '已合并另一台设备的进度。',
    'remove-path': '已移除这条路径，学习进度不受影响。',
    'update-path': '已更新这条路径，学习进度不受影响。',
    placement: '勾选的课程已标为跳过。',
    'placement-restart': '摸底测试的作答已清空。',
  },
};

export const noticeStrings = { en, zh };
