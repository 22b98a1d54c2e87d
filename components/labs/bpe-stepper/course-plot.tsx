/** Tokens per character of both unseen sentences after every merge, with one-per-character and the goal drawn in. */
import { formatFixed } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import type { BpeStrings } from './strings';

type Props = { readonly result: Result; readonly t: BpeStrings };

const HEIGHT = 150;
const TOP = 8;
const BOTTOM = 18;
const LEFT = 24;
const MAX_Y = 3.2;
const languages = ['zh', 'en'] as const;

export function CoursePlot({ result, t }: Props) {
  const { merges, step, heldOut } = result;
  const most = Math.max(GOAL.merges, merges.length);
  const x = (merge: number) => `${((merge / most) * 100).toFixed(2)}%`;
  const y = (value: number) => Number((TOP + (1 - value / MAX_Y) * (HEIGHT - TOP)).toFixed(1));
  const summary = languages
    .map((one) => `${t.courseLabel[one]} ${formatFixed(heldOut[one].perCharacter, 2)}`)
    .join(', ');
  return (
    <figure className="mt-4">
      <figcaption className="text-sm font-semibold">{t.courseTitle}</figcaption>
      <div className="mt-1 flex text-xs tabular-nums">
        <svg width={LEFT} height={HEIGHT + BOTTOM} aria-hidden="true">
          {[0, 1, 2, 3].map((value) => (
            <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end" className="fill-soft">
              {value}
            </text>
          ))}
        </svg>
        <svg
          height={HEIGHT + BOTTOM}
          role="img"
          aria-label={`${t.courseTitle}: ${summary}`}
          className="min-w-0 flex-1 overflow-visible"
        >
          {[0, 1, 2, 3].map((value) => (
            <line
              key={value}
              x1="0"
              x2="100%"
              y1={y(value)}
              y2={y(value)}
              className={value === 1 ? 'stroke-strong' : 'stroke-line'}
              strokeDasharray={value === 1 ? '4 3' : undefined}
            />
          ))}
          <text x="100%" y={y(1) - 4} textAnchor="end" className="fill-soft">
            {t.oneEach}
          </text>
          {languages.map((one) => (
            <g key={one}>
              {heldOut[one].course.map((value, i, all) => {
                const before = all[i - 1];
                return before === undefined ? null : (
                  <line
                    // biome-ignore lint/suspicious/noArrayIndexKey: a merge is its place
                    key={i}
                    x1={x(i - 1)}
                    x2={x(i)}
                    y1={y(before)}
                    y2={y(value)}
                    className={one === 'zh' ? 'stroke-data-2' : 'stroke-data-1'}
                    strokeWidth={i <= step ? 2.5 : 1}
                    strokeDasharray={i <= step ? undefined : '2 3'}
                  />
                );
              })}
              <line
                x1="0"
                x2={x(GOAL.merges)}
                y1={y(GOAL[one])}
                y2={y(GOAL[one])}
                className={one === 'zh' ? 'stroke-data-2' : 'stroke-data-1'}
                strokeWidth={1}
                opacity={0.7}
              />
              <circle
                cx={x(step)}
                cy={y(heldOut[one].perCharacter)}
                r={4}
                className={one === 'zh' ? 'fill-data-2' : 'fill-data-1'}
              />
              <text
                x={x(step)}
                dx={step > most / 2 ? -8 : 8}
                y={y(heldOut[one].perCharacter) + (one === 'zh' ? -6 : 16)}
                textAnchor={step > most / 2 ? 'end' : 'start'}
                className={`font-semibold ${one === 'zh' ? 'fill-data-2' : 'fill-data-1'}`}
              >
                {t.courseLabel[one]} {formatFixed(heldOut[one].perCharacter, 2)}
              </text>
            </g>
          ))}
          <text x="0" y={HEIGHT + BOTTOM - 3} className="fill-soft">
            0
          </text>
          <text x="100%" y={HEIGHT + BOTTOM - 3} textAnchor="end" className="fill-soft">
            {most} {t.merges}
          </text>
        </svg>
      </div>
      <p className="text-xs text-soft">{t.courseNote(GOAL)}</p>
    </figure>
  );
}
