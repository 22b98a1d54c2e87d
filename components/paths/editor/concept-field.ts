/** What the map of concepts needs when lessons are chosen on it: the picture's data, without definitions. */
import type { PictureSite } from '@/components/map/map-picture';
import type { Site } from '@/lib/content/site-types';

export type ConceptField = PictureSite;
export type FieldConcept = PictureSite['concepts'][number];

export function conceptField({ concepts, conceptModules }: Site): ConceptField {
  return {
    concepts: concepts.map(({ id, module, name, prerequisites, lesson, stage }) => ({
      id,
      module,
      name,
      prerequisites,
      lesson,
      stage,
    })),
    conceptModules,
  };
}
