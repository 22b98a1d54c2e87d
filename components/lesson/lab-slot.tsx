/** The place of a lab in a page: the server gathers its words and its highlighted code, the host brings it to life. */
import { getContent } from '@/lib/content/load';
import type { Locale } from '@/lib/i18n/locale';
import { LabHost } from './lab-host';

type Props = {
  readonly id: string;
  readonly locale: Locale;
  readonly start?: Readonly<Record<string, unknown>>;
  readonly standalone?: boolean;
  readonly lessonId?: number;
};

export function LabSlot({ id, locale, start, lessonId, standalone = false }: Props) {
  const lab = getContent().labs.find((item) => item.info.id === id);
  if (!lab) throw new Error(`No lab "${id}"`);
  const { info } = lab;
  const text = {
    id,
    title: info.title[locale],
    claim: info.claim[locale],
    goal: info.goal[locale],
    predict: {
      question: info.predict.question[locale],
      options: info.predict.options.map((option) => ({ id: option.id, text: option.text[locale] })),
      reveal: info.predict.reveal[locale],
    },
    reference: info.reference[locale],
  };
  return (
    <LabHost
      id={id}
      locale={locale}
      text={text}
      standalone={standalone}
      {...(start ? { start } : {})}
      {...(lessonId ? { lessonId } : {})}
    />
  );
}
