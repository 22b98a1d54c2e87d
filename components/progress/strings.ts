/** Words of a lesson's state, wherever it is shown. Each control keeps its own words beside it: a page loads only what it uses. */
import { type SkipReason, type Status, skipReasons } from '@/lib/progress/records';

const en = {
  status: { todo: 'Not started', doing: 'In progress', done: 'Completed', skipped: 'Skipped' } as Record<
    Status,
    string
  >,
  reason: { known: 'I know this already', later: 'Later', unneeded: 'I do not need it' } as Record<SkipReason, string>,
  withReason: (status: string, reason: string) => `${status}: ${reason}`,
};

const zh: typeof en = {
  status: { todo: '未开始', doing: '在学', done: '已完成', skipped: '已跳过' },
  reason: { known: '已经会了', later: '以后再学', unneeded: '用不到' },
  withReason: (status, reason) => `${status}：${reason}`,
};

export const strings = { en, zh };

/** A reason in the reader's language; what the learner wrote stays as written. */
export function reasonText(t: typeof en, reason: string): string {
  return skipReasons.includes(reason as SkipReason) ? t.reason[reason as SkipReason] : reason;
}
