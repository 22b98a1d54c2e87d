/**
 * Breaks a concept's name into the lines of its stone. SVG text does not wrap, and the build has no fonts to measure with, so
 * widths are estimated a little too wide for the widest of the reader's possible system fonts (DejaVu Sans, Verdana).
 */

/** Width in ems. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(char)) width += 1;
    else if (/[iljtfrI.,:;'|!()[\]/ -]/.test(char)) width += 0.36;
    else if (/[mwMW–—]/.test(char)) width += 0.92;
    else if (/[A-Z]/.test(char)) width += 0.68;
    else width += 0.6;
  }
  return width;
}

/**
 * At most `limit` lines of at most `width` ems, as even as they can be. A name that is still too long loses what it has in
 * brackets or after a colon: the full name stands in the accessible name and on every other screen.
 */
export function wrapLabel(name: string, width: number, limit: number): readonly string[] {
  const candidates = [name, name.replace(/\s*[(（][^)）]*[)）]/g, ''), name.replace(/\s*[:：].*$/, '')];
  for (const candidate of candidates) {
    const lines = breakEvenly(candidate, width);
    if (lines.length <= limit) return lines;
  }
  const lines = breakEvenly(candidates.at(-1) ?? name, width).slice(0, limit);
  return lines.map((line, i) => (i === limit - 1 ? `${line}…` : line));
}

/** The narrowest width that needs no more lines than the full one: "Layer / normalization", not one full and one short line. */
function breakEvenly(name: string, width: number): readonly string[] {
  const widest = breakAt(name, width);
  for (let narrower = width - 0.5; narrower > 2; narrower -= 0.5) {
    const lines = breakAt(name, narrower);
    if (lines.length > widest.length || longestWord(name) > narrower) break;
    widest.splice(0, widest.length, ...lines);
  }
  return widest;
}

function longestWord(name: string): number {
  return Math.max(...pieces(name).map((piece) => estimateWidth(piece.trimEnd())));
}

function breakAt(name: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(name).flatMap((whole) => (estimateWidth(whole) > width ? compound(whole) : whole))) {
    if (line && estimateWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

/** Where a line may end: after spaces, hyphens, dashes and slashes, around Han characters; brackets and stops stay with their words. */
function pieces(name: string): string[] {
  const han = '\\u3400-\\u9fff';
  const ends = '\\s\\-–/、，：';
  const parts = [`（?[${han}][，。、；：）]*`, `（?[^${ends}${han}（]*[${ends}]+`, `（?[^${ends}${han}（]+`];
  return name.match(new RegExp(parts.join('|'), 'gu')) ?? [name];
}

/** A word that no line can hold breaks where its parts meet: Distributed|Data|Parallel. */
function compound(word: string): string[] {
  return word.match(/（?.[^A-Z]*/g) ?? [word];
}
