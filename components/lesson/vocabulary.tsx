/** What each tag and Markdown element of a lesson becomes. The closed list of tags is lib/content/vocabulary.ts. */
import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { Aside, Compare, DeepDive, Side, Steps } from './asides';
import { Check, Choice, Why } from './check';
import { CodeBlock } from './code-block';
import { ExerciseSlot } from './exercise-slot';
import { Figure } from './figure';
import { headingOf } from './heading';
import { LabSlot } from './lab-slot';
import { Predict, Reveal } from './predict';
import { strings } from './strings';

export function lessonVocabulary(lesson: Lesson, locale: Locale): MDXComponents {
  const t = strings[locale];
  return {
    h2: headingOf('h2', t),
    h3: headingOf('h3', t),
    pre: (props) => <CodeBlock {...props} t={t} />,
    Lab: (props: { id: string; start?: Record<string, unknown> }) => (
      <LabSlot {...props} locale={locale} lessonId={lesson.id} />
    ),
    Check: (props) => <Check {...props} locale={locale} lessonId={lesson.id} />,
    Choice,
    Why,
    Predict: (props) => <Predict {...props} t={t} />,
    Reveal,
    Exercise: () => <ExerciseSlot lesson={lesson} locale={locale} />,
    Pitfall: (props) => <Aside kind="pitfall" label={t.pitfall} {...props} />,
    Practice: (props) => <Aside kind="practice" label={t.practice} {...props} />,
    Note: (props) => <Aside kind="note" label={t.note} {...props} />,
    DeepDive: (props) => <DeepDive label={t.deepDive} {...props} />,
    Steps,
    Compare,
    Side,
    Figure: (props: { src: string; alt: string; children?: ReactNode }) => <Figure {...props} lesson={lesson} />,
  };
}
