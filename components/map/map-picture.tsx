/**
 * The map as the server draws it: bands, lines, and every concept a link to its page. Without scripts it scrolls and links;
 * the island around it (knowledge-map.tsx) only sets data attributes, marks and names on what stands here.
 */
import type { Concept, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { type Band, type Line, layoutMap, type MapLayout, nodeWidth, type PlacedConcept } from '@/lib/map/layout';
import { wave } from '@/lib/map/wave';
import { type MarkName, markShapes } from './state-shapes';
import { StoneLabel } from './stone-label';
import { strings } from './strings';

/** All it draws; a whole `Site` is one. */
export type PictureSite = {
  readonly concepts: readonly PictureConcept[];
  readonly conceptModules: Site['conceptModules'];
};
type PictureConcept = Pick<Concept, 'id' | 'module' | 'name' | 'prerequisites' | 'lesson' | 'stage'>;
type Props = { readonly site: PictureSite; readonly locale: Locale };

export function MapPicture({ site, locale }: Props) {
  const layout = layoutMap(site.concepts, site.conceptModules);
  const concepts = new Map(site.concepts.map((concept) => [concept.id, concept]));
  const titles = new Map(site.conceptModules.map(({ id, title }) => [id, title[locale]]));
  const members = (band: Band) => site.concepts.filter(({ module }) => module === band.module);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a picture
    <svg
      className="map-picture"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={strings[locale].picture}
    >
      <Marks />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: shapes take no focus */}
      <g aria-hidden="true">
        {layout.bands.map((band, index) => (
          <Ground key={band.module} band={band} layout={layout} seed={index} />
        ))}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: shapes take no focus */}
      <g aria-hidden="true" className="map-lines">
        {layout.lines.map((line) => (
          <Thread key={`${line.from} ${line.to}`} line={line} stage={concepts.get(line.to)?.stage ?? 'math'} />
        ))}
      </g>
      {layout.bands.map((band) => (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a <g> does nothing by itself
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a picture
        <g key={band.module} role="group" aria-label={titles.get(band.module)} data-band={band.module}>
          <text x="22" y={band.y + (band.named ? 52 : 40)} className={band.named ? 'map-title' : 'map-title-small'}>
            {titles.get(band.module)}
            <tspan dx="14" className="map-count">
              {strings[locale].concepts(members(band).length)}
            </tspan>
          </text>
          {layout.nodes.map((node) => {
            const concept = concepts.get(node.id);
            return concept?.module === band.module ? (
              <Stone key={node.id} node={node} concept={concept} named={band.named} locale={locale} />
            ) : null;
          })}
        </g>
      ))}
    </svg>
  );
}

function Marks() {
  return (
    <defs>
      {Object.entries(markShapes).map(([name, shape]) => (
        <g key={name} id={markId(name as MarkName)}>
          {shape}
        </g>
      ))}
    </defs>
  );
}

export function markId(name: MarkName): string {
  return `map-mark-${name}`;
}

type GroundProps = { readonly band: Band; readonly layout: MapLayout; readonly seed: number };

/** One layer, drawn down to the bottom of the map so that the next one lies on it. */
function Ground({ band, layout, seed }: GroundProps) {
  const edge = seed === 0 ? `M-4 0H${layout.width + 4}` : wave(layout.width, band.y - 4, band.named ? 22 : 14, seed);
  return (
    <path d={`${edge}V${layout.height + 4}H-4Z`} className="map-ground" data-named={band.named} data-tone={seed % 2} />
  );
}

function Thread({ line, stage }: { readonly line: Line; readonly stage: string }) {
  return (
    <path
      d={line.path}
      className={line.inside ? 'map-line' : 'map-line map-line-far'}
      data-line={`${line.from} ${line.to}`}
      data-stage={stage}
    />
  );
}

type StoneProps = {
  readonly node: PlacedConcept;
  readonly concept: PictureConcept;
  readonly named: boolean;
  readonly locale: Locale;
};

function Stone({ node, concept, named, locale }: StoneProps) {
  const middle = node.height / 2;
  return (
    <g transform={`translate(${node.x} ${node.y})`}>
      <a
        id={concept.id}
        href={withBasePath(routes.concept(locale, concept.id))}
        className="map-node"
        data-stage={concept.stage}
        data-module={concept.module}
        data-planned={concept.lesson ? undefined : ''}
        aria-label={concept.name[locale]}
      >
        <rect
          width={nodeWidth}
          height={node.height}
          rx="12"
          ry={node.column % 2 === 0 ? 15 : 11}
          className="map-stone"
        />
        <StoneLabel
          name={concept.name[locale]}
          x={14}
          width={nodeWidth - 20}
          height={node.height}
          size={named ? 12.5 : 12}
        />
        <use href={`#${markId(concept.lesson ? 'unknown' : 'planned')}`} y={middle} className="map-mark" />
        <text x={nodeWidth - 4} y="1" className="map-step" />
      </a>
    </g>
  );
}
