/** A number as a learner types it: reads `1,234.5`, `1e-3`, `25 %` and full-width digits; null for what is no number. */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,_]/g, '')
    .replace('−', '-');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(plain);
  return match ? Number(match[1]) / (match[2] ? 100 : 1) : null;
}
