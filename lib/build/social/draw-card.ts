/** Draws one social image: paper, the title, and at the foot the four layers of the brand, the lesson's own one in full hue. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import type { StageId } from '@/lib/content/site-types';
import type { Card } from './cards';
import type { Faces } from './fonts';
import type { Hues } from './hues';

export const cardWidth = 1200;
export const cardHeight = 630;
const MARGIN = 72;
const WAVE = 22;
/** Height of a layer, of the lesson's own layer, and of the four of the whole road. */
const [THIN, THICK, EVEN] = [32, 84, 52];

/** Throws when a character of the card has no glyph in `faces`: a box in a picture is an error, not a fallback. */
export async function drawCard(card: Card, faces: Faces, hues: Hues): Promise<Buffer> {
  const svg = await composeCard(card, faces, hues);
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

export async function composeCard(card: Card, faces: Faces, hues: Hues): Promise<string> {
  const bands = stackBands(card);
  const text = await satori(layoutText(card, faces, hues, bands) as Parameters<typeof satori>[0], {
    width: cardWidth,
    height: cardHeight,
    fonts: faces.faces,
    loadAdditionalAsset: async (_, segment) => {
      throw new Error(`${card.locale}/${card.name}: no glyph for "${segment}".`);
    },
  });
  const ground = bands.map(({ stage, top }) => {
    const own = card.stage === stage || card.stage === null;
    return `<path d="${bandPath(top, stage)}" fill="${own ? hues.stages[stage].full : hues.stages[stage].tint}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">`,
    `<rect width="100%" height="100%" fill="${hues.paper}"/>`,
    ...ground,
    text,
    '</svg>',
  ].join('');
}

type Band = { readonly stage: StageId; readonly top: number; readonly height: number };

/** The first stage lies at the bottom; drawn from the top down, each one covers the foot of the one above. */
function stackBands(card: Card): Band[] {
  const heights = card.layers.map(({ stage }) => (card.stage === null ? EVEN : card.stage === stage ? THICK : THIN));
  let top = cardHeight;
  const bands = card.layers.map(({ stage }, i) => {
    top -= heights[i] ?? THIN;
    return { stage, top, height: heights[i] ?? THIN };
  });
  return bands.reverse();
}

/** Upper edge: two sines whose phase follows from the stage, so that no two edges run parallel; filled to the foot. */
function bandPath(top: number, stage: StageId): string {
  const phase = [...stage].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) / 7;
  const points = Array.from({ length: 61 }, (_, i) => {
    const x = i / 60;
    const wave =
      0.5 + 0.3 * Math.sin(2 * Math.PI * (1.1 * x + phase)) + 0.16 * Math.sin(2 * Math.PI * (2.7 * x + 1.7 * phase));
    return `${(x * cardWidth).toFixed(1)} ${(top - WAVE * wave).toFixed(1)}`;
  });
  return `M${points.join('L')}V${cardHeight}H0Z`;
}

type Style = Readonly<Record<string, string | number>>;
type Node = { readonly type: string; readonly props: { readonly style: Style; readonly children?: unknown } };
const box = (style: Style, ...children: (Node | string | null)[]): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children: children.length === 1 ? children[0] : children },
});

function layoutText(card: Card, faces: Faces, hues: Hues, bands: readonly Band[]): Node {
  const english = card.locale === 'en';
  const foot = bands.reduce((sum, { height }) => sum + height, 0) + WAVE;
  const accent = card.stage ? hues.stages[card.stage].full : hues.ink;
  const own = card.layers.find(({ stage }) => stage === card.stage);
  const title = box(
    {
      fontFamily: english ? faces.serif : faces.sans,
      fontWeight: 700,
      fontSize: titleSize(card),
      lineHeight: english ? 1.12 : 1.28,
      letterSpacing: english ? '-0.015em' : '0',
      color: hues.ink,
      maxWidth: cardWidth - 2 * MARGIN,
      textWrap: 'balance',
    },
    card.title,
  );
  const labels = bands
    .filter(({ stage }) => card.stage === null || stage === card.stage)
    .map(({ stage, top, height }) => {
      const layer = card.layers.find((item) => item.stage === stage);
      const style = {
        position: 'absolute',
        left: MARGIN,
        top,
        height: height - WAVE / 2,
        alignItems: 'center',
        color: hues.paper,
        fontSize: card.stage ? 30 : 24,
        fontWeight: 700,
      };
      return box(style, `${layer?.order} · ${layer?.title}`);
    });
  return box(
    { width: cardWidth, height: cardHeight, flexDirection: 'column', fontFamily: faces.sans, color: hues.soft },
    box(
      {
        flexDirection: 'column',
        height: cardHeight - foot,
        paddingTop: 48,
        paddingLeft: MARGIN,
        paddingRight: MARGIN,
      },
      box({ color: own ? accent : hues.ink, fontSize: 34, fontWeight: 700 }, card.brand),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', paddingBottom: 16 }, title, note(card)),
    ),
    ...labels,
  );
}

const note = (card: Card): Node => box({ fontSize: 32, marginTop: 22 }, card.note);

/** The largest size at which the title stays within two lines; a Han character is as wide as two Latin ones. */
function titleSize(card: Card): number {
  const width = [...card.title].reduce(
    (sum, character) => sum + (/\p{Script=Han}|[，。：、？]/u.test(character) ? 2 : 1),
    0,
  );
  if (width <= 24) return 90;
  if (width <= 40) return 76;
  return 66;
}
