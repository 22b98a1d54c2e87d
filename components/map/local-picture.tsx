/** The part of the map around a lesson or a concept, drawn on the server: links, no script, one drawing for wide and one for narrow. */
import type { Concept, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { type LocalLayer, type LocalShape, layoutLocal, type Surroundings, surroundings } from '@/lib/map/local-layout';
import { type Graph, graphOf } from '@/lib/map/reach';
import { StoneLabel } from './stone-label';
import { strings } from './strings';

type Props = { readonly site: Site; readonly concepts: readonly string[]; readonly locale: Locale };

type PictureProps = Props & {
  /** Above the stones in the middle. */
  readonly here: string;
  /** Name of the picture. */
  readonly label: string;
};

export function LocalPicture({ site, concepts, here, label, locale }: PictureProps) {
  const graph = graphOf(site.concepts);
  const around = surroundings(graph, concepts);
  const t = strings[locale];
  const heads = { before: t.restsOn, here, after: t.unlocks };
  return (
    <div className="local-pictures">
      {(['wide', 'narrow'] as const).map((shape) => (
        <Drawing key={shape} {...{ site, graph, around, shape, heads, label, locale }} />
      ))}
      {around.left > 0 && <p className="local-more">{t.more(around.left)}</p>}
    </div>
  );
}

type DrawingProps = {
  readonly site: Site;
  readonly graph: Graph;
  readonly around: Surroundings;
  readonly shape: LocalShape;
  readonly heads: Readonly<Record<LocalLayer, string>>;
  readonly label: string;
  readonly locale: Locale;
};

function Drawing({ site, graph, around, shape, heads, label, locale }: DrawingProps) {
  const { width, height, stone, nodes, lines, layers } = layoutLocal(graph, around, shape);
  const concepts = new Map(site.concepts.map((concept) => [concept.id, concept]));
  const middle = new Set(around.here);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a picture
    <svg
      className={`local-picture local-picture-${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="group"
      aria-label={label}
    >
      {lines.map(({ to, path }) => (
        <path key={path} d={path} className="map-line" data-stage={concepts.get(to)?.stage} />
      ))}
      {layers.map(({ layer, x, y }) => (
        <text key={layer} x={x} y={y} className="local-head">
          {heads[layer]}
        </text>
      ))}
      {nodes.map(({ id, x, y }) => {
        const concept = concepts.get(id);
        return concept ? (
          <g key={id} transform={`translate(${x} ${y})`}>
            <Stone concept={concept} stone={stone} here={middle.has(id)} locale={locale} />
          </g>
        ) : null;
      })}
    </svg>
  );
}

type StoneProps = {
  readonly concept: Concept;
  readonly stone: { readonly width: number; readonly height: number };
  readonly here: boolean;
  readonly locale: Locale;
};

function Stone({ concept, stone, here, locale }: StoneProps) {
  return (
    <a
      href={withBasePath(routes.concept(locale, concept.id))}
      className="map-node"
      data-stage={concept.stage}
      data-planned={concept.lesson || here ? undefined : ''}
      data-here={here ? '' : undefined}
      aria-label={concept.name[locale]}
    >
      <rect width={stone.width} height={stone.height} rx="12" className="map-stone" />
      <StoneLabel name={concept.name[locale]} x={12} width={stone.width - 22} height={stone.height} size={13} />
    </a>
  );
}
