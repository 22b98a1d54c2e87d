/** The sentences of the lab, one reference a language, and candidates to start from. All are ours. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What turns the reference into its opposite when it is left out. */
export const negations: Readonly<Record<Language, string>> = { en: 'not ', zh: '不要' };

export const presets = ['paraphrase', 'reference', 'shuffled', 'short'] as const;
export type Preset = (typeof presets)[number];

export const examples: Readonly<Record<Language, Readonly<Record<Preset, string>>>> = {
  en: {
    reference: 'The team told Anna not to delete the 12 backups before the release on Friday.',
    paraphrase: "Anna was asked to keep all twelve backups until Friday's release was out.",
    shuffled: 'Friday on release the before backups 12 the delete to not Anna told team The.',
    short: 'The team told Anna not to delete the',
  },
  zh: {
    reference: '团队要求安娜在周五发布之前不要删除那 12 份备份。',
    paraphrase: '安娜接到通知：周五上线以前，十二份备份全部得留着。',
    shuffled: '备份那 12 份删除不要之前发布周五在安娜要求团队。',
    short: '团队要求安娜在周五发布之前',
  },
};
