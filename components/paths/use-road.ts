/**
 * The list of lessons in one language, for pages that do not carry it: a few kB, asked for once and only when it is needed. Null
 * until it is there, and when it cannot be had, as offline on a device that never had it.
 */
'use client';
import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { withBasePath } from '@/lib/i18n/routes';
import type { PathRoad } from '@/lib/paths/road';

const asked = new Map<Locale, Promise<PathRoad | null>>();

export function useRoad(locale: Locale): PathRoad | null {
  const [road, setRoad] = useState<{ readonly locale: Locale; readonly road: PathRoad | null }>();
  useEffect(() => {
    let isCurrent = true;
    load(locale).then((road) => isCurrent && setRoad({ locale, road }));
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  return road?.locale === locale ? road.road : null;
}

function load(locale: Locale): Promise<PathRoad | null> {
  const known = asked.get(locale);
  if (known) return known;
  const fresh = fetchRoad(locale);
  asked.set(locale, fresh);
  // What failed is tried again by the next page.
  fresh.then((road) => road === null && asked.delete(locale));
  return fresh;
}

/** Made by the same build as the page that asks, so it is believed. */
async function fetchRoad(locale: Locale): Promise<PathRoad | null> {
  try {
    const response = await fetch(withBasePath(`/${locale}/lessons.json`));
    return response.ok ? ((await response.json()) as PathRoad) : null;
  } catch {
    return null;
  }
}
