/** A short formula as a line of plain text, for places that show no markup: `\sqrt{d_k}` becomes `√d_k`. */

const LONGEST = 40;

const symbols: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  pm: '±',
  le: '≤',
  ge: '≥',
  ll: '≪',
  gg: '≫',
  ne: '≠',
  approx: '≈',
  sim: '~',
  propto: '∝',
  infty: '∞',
  dots: '…',
  ldots: '…',
  to: '→',
  in: '∈',
  mid: '|',
  sqrt: '√',
  sum: '∑',
  prod: '∏',
  partial: '∂',
  nabla: '∇',
  top: 'T',
  circ: '°',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  Delta: 'Δ',
};
/** Spacing and sizes, which plain text has no use for. */
const unseen = /\\[,;:!]|\\(?:q?quad|[bB]ig[lr]?|left|right|displaystyle|limits)(?![A-Za-z])/g;

/** What is too long or too deep to be read in a line becomes an ellipsis. */
export function plainMaths(tex: string): string {
  const text = tex
    .replace(unseen, '')
    .replace(/\\(?:text|mathrm|mathbf|operatorname|hat|bar|tilde)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\(?:hat|bar|tilde)\s+/g, '')
    .replace(/\\[td]?frac\s*(\w)\s*(\w)/g, '$1/$2')
    .replace(/\\[td]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => symbols[name] ?? name)
    .replace(/√\s+/g, '√')
    .replace(/\\(.)/g, '$1')
    .replace(/\{,\}/g, ',')
    .replace(/[{}]/g, '')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > LONGEST || /[\\&]/.test(text) ? '…' : text;
}
