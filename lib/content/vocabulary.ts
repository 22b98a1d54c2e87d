/** The only tags a lesson may use, with their attributes. Anything else is an error. */

type Attribute = {
  readonly type: 'string' | 'number' | 'flag' | 'object';
  readonly required?: boolean;
  readonly oneOf?: readonly string[];
};
export type Tag = {
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Tags that must be an ancestor, if any. */
  readonly within?: readonly string[];
  readonly empty?: boolean;
};

const title = { type: 'string' } as const;
const id = { type: 'string', required: true } as const;

export const vocabulary: Readonly<Record<string, Tag>> = {
  Lab: { attributes: { id, start: { type: 'object' } }, empty: true },
  Check: {
    attributes: {
      id,
      kind: { type: 'string', oneOf: ['number', 'order'] },
      answer: { type: 'number' },
      tolerance: { type: 'number' },
      unit: { type: 'string' },
      /** Ids of the concepts it examines, with blanks between: makes it an item of mixed review. */
      concepts: { type: 'string' },
    },
  },
  Choice: { attributes: { correct: { type: 'flag' } }, within: ['Check'] },
  Why: { attributes: {}, within: ['Check'] },
  Predict: { attributes: { id } },
  Reveal: { attributes: {}, within: ['Predict'] },
  Exercise: { attributes: {}, empty: true },
  Term: { attributes: { id } },
  Pitfall: { attributes: { title } },
  Practice: { attributes: { title } },
  DeepDive: { attributes: { title: { type: 'string', required: true } } },
  Note: { attributes: { title } },
  Cite: { attributes: { ref: { type: 'string', required: true }, at: { type: 'string' } }, empty: true },
  Steps: { attributes: {} },
  Compare: { attributes: { left: { type: 'string', required: true }, right: { type: 'string', required: true } } },
  Side: { attributes: {}, within: ['Compare'] },
  Figure: { attributes: { src: { type: 'string', required: true }, alt: { type: 'string', required: true } } },
};

export const codeLanguages = ['python', 'bash', 'json', 'yaml', 'typescript', 'http', 'dockerfile', 'text'] as const;

/** Options of a code fence: `run`, `title="…"`, `needs="gpu|weights|network"`. */
export const codeNeeds = ['gpu', 'weights', 'network'] as const;
