/** The box the picture lies in: choosing, walking with the arrow keys, moving and zooming. */
'use client';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { basePath } from '@/lib/i18n/routes';
import { type Direction, neighbour, type Point } from '@/lib/map/neighbour';
import type { MapStrings } from './strings';
import { usePanZoom } from './use-pan-zoom';
import { nodeOf } from './use-picture';

type Props = {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Goes on to the words beside the picture. */
  readonly onRead: (id: string) => void;
  readonly t: MapStrings;
  readonly children: ReactNode;
};

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function MapCanvas({ chosen, onChoose, onRead, t, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chosenAtPress = useRef<string | null>(null);
  const router = useRouter();
  const { larger, smaller, whole } = usePanZoom(box);

  // One stop of the Tab key, at what is chosen; arrows go on from there.
  useEffect(() => {
    const nodes = box.current?.querySelectorAll('a.map-node') ?? [];
    nodes.forEach((node, index) => {
      node.setAttribute('tabindex', (chosen ? node.id === chosen : index === 0) ? '0' : '-1');
    });
  }, [chosen]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = conceptAt(event.target);
    const direction = arrows[event.key];
    if (node && direction && box.current) {
      const next = neighbour(pointsOf(box.current), node.id, direction);
      const target = next ? nodeOf(box.current, next) : null;
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (node && event.key === ' ') onRead(node.id);
    else if (event.key === '+' || event.key === '=') larger();
    else if (event.key === '-') smaller();
    else if (event.key === '0') whole();
    else return;
    event.preventDefault();
  };

  /** A first click chooses, a second opens; the Enter key opens at once, for its focus has chosen already. */
  const click = (event: MouseEvent) => {
    const node = conceptAt(event.target);
    if (!node || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (box.current && 'dragging' in box.current.dataset) return;
    if (event.detail === 0 || chosenAtPress.current === node.id) {
      router.push((node.getAttribute('href') ?? '').slice(basePath.length));
    } else onChoose(node.id);
  };

  return (
    <div className="map-canvas">
      <p id="map-help" className="map-help">
        {t.help}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, described by its help */}
      <div
        ref={box}
        className="map-box"
        role="group"
        aria-label={t.picture}
        aria-describedby="map-help"
        onKeyDown={press}
        onClick={click}
        onPointerDown={() => {
          chosenAtPress.current = chosen;
        }}
        onFocus={(event) => {
          const node = conceptAt(event.target);
          if (node?.matches(':focus-visible')) onChoose(node.id);
        }}
      >
        {children}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons are no form */}
      <div className="map-zoom" role="group" aria-label={t.zoom}>
        <button type="button" className="button" aria-label={t.zoomOut} onClick={smaller}>
          −
        </button>
        <button type="button" className="button" onClick={whole}>
          {t.fit}
        </button>
        <button type="button" className="button" aria-label={t.zoomIn} onClick={larger}>
          +
        </button>
      </div>
    </div>
  );
}

function conceptAt(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('a.map-node') : null;
}

function pointsOf(box: Element): Point[] {
  return [...box.querySelectorAll('a.map-node')].map((node) => {
    const [x = 0, y = 0] = (node.parentElement?.getAttribute('transform') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    return { id: node.id, x, y };
  });
}
