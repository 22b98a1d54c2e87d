/**
 * Every bound of the share codes, in one place. The encoder refuses what exceeds them, the decoder too ("too-long"),
 * so nothing that arrives in a link can make the page allocate more than a few megabytes.
 *
 * Compatibility: limits may be raised, never lowered. Codes out there were made under the old ones.
 */
export const shareLimits = {
  /** Bytes of all sections together. Two varint bytes hold it, which keeps the container's length field short. */
  payloadBytes: 16_383,
  /** Lessons in one path or snapshot. */
  lessons: 4_096,
  /** Largest permanent lesson id. */
  lessonId: 65_535,
  /** Lengths of texts in UTF-16 code units, the unit `maxLength` counts in. */
  title: 120,
  name: 60,
  note: 400,
  /** Characters of a path id: `A–Z a–z 0–9 - _`. */
  pathId: 32,
  pathVersion: 1_000_000,
  /** Days between the start and the last due date. */
  dueDays: 9_999,
  /** Characters of pasted text that are looked at; a longer text is refused unread. */
  inputChars: 4_194_304,
  /** Codes and near-codes examined in one text. */
  candidates: 2_000,
  /** Lessons that all codes of one text may unfold to: a cohort of a thousand on a road of two hundred is below it. */
  textLessons: 262_144,
  /** Characters that all of these may claim together: many nested near-codes must not make the page hang. */
  workChars: 2_097_152,
} as const;
