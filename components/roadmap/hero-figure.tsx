/** The first thing a stranger sees of the subject: a next token chosen among five, with real probabilities. */
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { softmax } from '@/lib/ml/softmax';
import { strings } from './strings';

/** Logits of an example, not of a model: the caption says so, and the lab lets one change them. */
const example: Record<Locale, { prompt: string; tokens: readonly (readonly [token: string, logit: number])[] }> = {
  en: {
    prompt: 'Learn it layer by',
    tokens: [
      ['layer', 4.6],
      ['step', 2.9],
      ['heart', 1.8],
      ['night', 1.1],
      ['banana', -1.2],
    ],
  },
  zh: {
    prompt: '大模型，一层一层地',
    tokens: [
      ['学', 4.1],
      ['搭', 3.2],
      ['拆', 2.6],
      ['剥', 1.7],
      ['吃', -0.8],
    ],
  },
};

export function HeroFigure({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const { prompt, tokens } = example[locale];
  const probabilities = softmax(tokens.map(([, logit]) => logit));
  return (
    <figure className="hero-figure">
      <p className="hero-prompt">
        {prompt} <span aria-hidden="true" className="hero-blank" />
      </p>
      <ol>
        {tokens.map(([token], i) => {
          const p = probabilities[i] ?? 0;
          return (
            <li key={token}>
              <span>{token}</span>
              <span aria-hidden="true" className="hero-bar">
                <span style={{ width: `${(p * 100).toFixed(1)}%` }} />
              </span>
              <span className="tabular-nums">{p.toFixed(3)}</span>
            </li>
          );
        })}
      </ol>
      <figcaption>
        {t.figure} <SiteLink href={routes.lab(locale, 'softmax-temperature')}>{t.figureLink}</SiteLink>
      </figcaption>
    </figure>
  );
}
