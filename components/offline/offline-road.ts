/** What the offline page knows of the site: names for the addresses that may be on the device. */
export type Named = { readonly href: string; readonly title: string };

export type OfflineRoad = {
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly lessons: readonly (Named & { readonly stage: string })[];
  readonly labs: readonly Named[];
  readonly concepts: readonly Named[];
};

export function findName(road: OfflineRoad, href: string): string | null {
  return [...road.lessons, ...road.labs, ...road.concepts].find((page) => page.href === href)?.title ?? null;
}
