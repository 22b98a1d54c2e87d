/** The place of a lab in a page: the server gathers its words and its highlighted code, the host brings it to life. */
import { getContent } from '@/lib/content/load';

import { keepUnits } from '@/lib/format-number';
import type { Locale, Text } from '@/lib/i18n/locale';
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
  const said = (text: Text) => keepUnits(text[locale]);
  const text = {
    id,
    title: said(info.title),
    claim: said(info.claim),
    goal: said(info.goal),
    predict: {
      question: said(info.predict.question),
      options: info.predict.options.map((option) => ({ id: option.id, text: said(option.text) })),
      reveal: said(info.predict.reveal),
    },
    reference: said(info.reference),
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
