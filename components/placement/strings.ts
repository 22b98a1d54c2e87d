/** Words of the placement test. Its questions, and what it is for, are content: `content/{stage}/placement.yaml`. */

import { placementRules } from '@/lib/placement/assess';
import type { Advice, Reason } from '@/lib/placement/outcome';

const { fewest, most } = placementRules;
type Words = { readonly [K in Advice]: string };

const en = {
  title: 'Placement test',
  pageTitle: (stage: string) => `Placement test: ${stage}`,
  road: 'Roadmap',
  noScript:
    'The test needs JavaScript. Without it, read the recap at the end of a lesson: if all five lines are old news, go on to the next.',
  promises: [
    'What you do not know, say so: it is an answer like any other and makes the proposal better than a guess.',
    'Your answers stay in this browser. You can leave at any time and go on later.',
    'Nothing is skipped before you agree, and one press takes it back.',
  ],
  start: 'Start',
  question: (n: number) => `Question ${n}`,
  colon: ': ',
  ofMost: `${fewest} to ${most} in all`,
  answer: 'Your answer',
  notANumber: 'Enter a number, such as 0.25 or 1e-3.',
  next: 'Next',
  unknown: 'I do not know',
  back: 'Previous question',
  leave: 'Leave; the answers are kept',
  again: 'Start again',
  result: 'The proposal',
  summary: (skip: number, look: number, learn: number) => {
    const parts = [skip > 0 && `skip ${skip}`, look > 0 && `look at ${look} first`, learn > 0 && `learn ${learn}`];
    return `Of ${skip + look + learn} lessons: ${parts.filter(Boolean).join(', ')}.`;
  },
  honest: 'It follows from a dozen answers, so it can be wrong. You know better: tick what you want to skip.',
  begin: (lesson: string) => `Begin here: ${lesson}`,
  allKnown: 'You know this stage. The milestone is the place to show it.',
  toMilestone: 'Go to the milestone',
  group: { skip: 'You seem to know these', look: 'Not sure: look before you decide', learn: 'New to you' } as Words,
  open: 'Open',
  openOf: (lesson: string) => `Open: ${lesson}`,
  done: 'Completed already.',
  skipped: 'Skipped already.',
  apply: (n: number) => (n === 1 ? 'Skip the ticked lesson' : `Skip the ${n} ticked lessons`),
  nothingTicked: 'Tick the lessons you want to skip',
  applied: (n: number) => (n === 1 ? '1 lesson is skipped.' : `${n} lessons are skipped.`),
  takeBack: (n: number) => (n === 1 ? 'Do not skip it after all' : `Do not skip these ${n} after all`),
  takenBack: 'Taken back.',
  review: 'Your answers, and why',
  yours: (verdict: string) => `Your answer (${verdict})`,
  rightOne: 'Right answer',
  right: 'right',
  wrong: 'wrong',
  didNotKnow: 'you did not know',
  reason: (reason: Reason, titleOf: (lesson: number) => string): string => {
    switch (reason.kind) {
      case 'asked': {
        const { right, asked, unknown } = reason;
        if (right === asked)
          return asked === 1 ? 'You answered its question right.' : `You answered all ${asked} of its questions right.`;
        if (unknown === asked)
          return asked === 1 ? 'You said that you do not know.' : `You said ${asked} times that you do not know.`;
        if (right === 0)
          return asked === 1
            ? 'Its question was not answered right.'
            : `None of its ${asked} questions was answered right.`;
        return `${right} of its ${asked} questions answered right.`;
      }
      case 'needed-by':
        return `Not asked, but you were right on “${titleOf(reason.lesson)}”, which builds on it.`;
      case 'needs':
        return `Builds on “${titleOf(reason.lesson)}”, which was not there yet.`;
      case 'not-asked':
        return 'Not asked; judged by the lessons around it.';
    }
  },
};

const zh: typeof en = {
  title: '摸底测试',
  pageTitle: (stage) => `摸底测试：${stage}`,
  road: '路线',
  noScript: '测试需要启用 JavaScript。没有的话，可以看每课末尾的小结：五条都是旧知识，就往下一课走。',
  promises: [
    '不知道就选“不知道”。它和别的回答一样有用，比猜更能帮你得到准确的建议。',
    '作答只存在这个浏览器里，随时可以离开，下次接着做。',
    '你点头之前，一课也不会跳过；跳过以后，一键就能撤销。',
  ],
  start: '开始',
  question: (n) => `第 ${n} 题`,
  colon: '：',
  ofMost: `一共 ${fewest} 到 ${most} 题`,
  answer: '你的答案',
  notANumber: '请输入一个数，例如 0.25 或 1e-3。',
  next: '下一题',
  unknown: '不知道',
  back: '上一题',
  leave: '先到这里，作答会保留',
  again: '重新开始',
  result: '给你的建议',
  summary: (skip, look, learn) => {
    const parts = [skip > 0 && `跳过 ${skip} 课`, look > 0 && `先翻一翻 ${look} 课`, learn > 0 && `要学 ${learn} 课`];
    return `${skip + look + learn} 课里：${parts.filter(Boolean).join('，')}。`;
  },
  honest: '建议只凭十几个回答得出，可能不准。你最清楚自己的情况：想跳过哪些，就勾哪些。',
  begin: (lesson) => `从这里开始：${lesson}`,
  allKnown: '这一阶段你都会了。里程碑正好用来证明。',
  toMilestone: '去看里程碑',
  group: { skip: '你大概已经会了', look: '拿不准，先翻一翻再定', learn: '对你来说是新的' },
  open: '打开',
  openOf: (lesson) => `打开：${lesson}`,
  done: '已经学完。',
  skipped: '已经跳过。',
  apply: (n) => `跳过勾选的 ${n} 课`,
  nothingTicked: '先勾选要跳过的课',
  applied: (n) => `已跳过 ${n} 课。`,
  takeBack: (n) => `撤销跳过（${n} 课）`,
  takenBack: '已撤销。',
  review: '你的作答和理由',
  yours: (verdict) => `你的答案（${verdict}）`,
  rightOne: '正确答案',
  right: '对',
  wrong: '错',
  didNotKnow: '不知道',
  reason: (reason, titleOf) => {
    switch (reason.kind) {
      case 'asked': {
        const { right, asked, unknown } = reason;
        if (right === asked) return asked === 1 ? '这一课的题答对了。' : `这一课的 ${asked} 道题都答对了。`;
        if (unknown === asked)
          return asked === 1 ? '这一课的题，你选了“不知道”。' : `这一课的 ${asked} 道题，你都选了“不知道”。`;
        if (right === 0) return asked === 1 ? '这一课的题没有答对。' : `这一课的 ${asked} 道题都没有答对。`;
        return `这一课的 ${asked} 道题答对了 ${right} 道。`;
      }
      case 'needed-by':
        return `没有直接考，但你答对了建立在它之上的《${titleOf(reason.lesson)}》。`;
      case 'needs':
        return `它建立在《${titleOf(reason.lesson)}》之上，而那一课还没掌握。`;
      case 'not-asked':
        return '没有直接考，根据前后的课推断。';
    }
  },
};

export const strings = { en, zh };
