/** The typed site: what `buildSite` makes of `content/` and everything else reads. */
import type { Locale, Text } from '@/lib/i18n/locale';

export const stageIds = ['math', 'toolchain', 'engineering', 'frontier'] as const;
export type StageId = (typeof stageIds)[number];

export type Module = { readonly id: string; readonly title: Text };
export type Stage = {
  readonly id: StageId;
  readonly title: Text;
  readonly time: Text;
  /** First and last month of work the stage takes, or null when it never ends. */
  readonly months: readonly [number, number] | null;
  readonly goal: Text;
  /** Whom it is for and what it takes, in plain words. */
  readonly about: Text;
  readonly modules: readonly Module[];
};

export type Heading = { readonly depth: 2 | 3; readonly id: string; readonly text: string };
/** Plain prose below a heading, a block a line; the id is `''` before the first heading. */
export type Section = { readonly id: string; readonly text: string };

/** One language's lesson, as collected from its MDX. */
export type LessonText = {
  readonly title: string;
  readonly summary: string;
  readonly outcomes: readonly string[];
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  /** Words of the prose (Han characters counted one each in Chinese), code and tables excluded. */
  readonly words: number;
};

export type Lesson = {
  /** Permanent number: the key of progress records and share codes. */
  readonly id: number;
  readonly slug: string;
  readonly stage: StageId;
  readonly module: string;
  readonly minutes: number;
  readonly title: Text;
  readonly summary: Text;
  readonly prerequisites: readonly string[];
  readonly concepts: readonly string[];
  readonly labs: readonly string[];
  readonly checks: readonly string[];
  /** Check id → ids of the concepts it examines; only checks that name some. */
  readonly examines: Readonly<Record<string, readonly string[]>>;
  readonly exercise: boolean;
  /** Concepts its text links to: what it uses, beside those it teaches. */
  readonly terms: readonly string[];
  readonly sources: readonly string[];
  readonly aliases: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly text: Readonly<Record<Locale, LessonText>>;
};

/** The work that closes a stage, in steps. */
export type Milestone = {
  readonly stage: StageId;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly steps: readonly MilestoneStep[];
};
export type MilestoneStep = {
  readonly id: string;
  readonly title: Text;
  readonly task: Text;
  /** What counts as done. */
  readonly done: Text;
  /** How a mentor would judge it. */
  readonly judge: Text;
  /** Slugs, written or planned. */
  readonly lessons: readonly string[];
  readonly labs: readonly string[];
};

/** The placement test of a stage; only questions whose lesson is written. */
export type Placement = {
  readonly stage: StageId;
  readonly summary: Text;
  readonly questions: readonly PlacementItem[];
};
export type PlacementItem = {
  readonly id: string;
  /** Number of the lesson it examines. */
  readonly lesson: number;
  readonly prompt: Text;
  readonly code: string | undefined;
} & (
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly right: boolean; readonly text: Text; readonly why: Text }[];
    }
  | {
      readonly kind: 'number';
      readonly answer: number;
      readonly tolerance: number;
      readonly unit: Text | undefined;
      readonly why: Text;
    }
);

export type ConceptModule = { readonly id: string; readonly named: boolean; readonly title: Text };
export type Concept = {
  readonly id: string;
  readonly module: string;
  readonly name: Text;
  readonly definition: Text;
  /** Other names it is searched by. */
  readonly aliases: readonly string[];
  readonly prerequisites: readonly string[];
  /** Slug of the lesson that teaches it, or null while that lesson is not written. */
  readonly lesson: string | null;
  readonly plannedLesson: string;
  /** Where on the road it is taught, written or planned: its hue on the map. */
  readonly stage: StageId;
};

export type Source = { readonly id: string; readonly type: string; readonly title: string; readonly url: string };

/** A shelf of the resources page. `reviewed` is an ISO day. */
export type ResourceGroup = {
  readonly id: string;
  readonly title: Text;
  readonly items: readonly {
    readonly source: string;
    readonly title?: string | undefined;
    /** What else it is searched by. */
    readonly aliases: readonly string[];
    readonly reviewed: string;
    readonly why: Text;
  }[];
};

/** One of the long paths: a lens over the road, in an order of its own. */
export type Career = {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  /** All of them, written or not: the numbers are reserved, so that a path adopted today holds them. */
  readonly lessons: readonly { readonly id: number; readonly slug: string }[];
};

export type PredictOption = { readonly id: string; readonly text: Text };
/** A lab's words for its frame, from `lab.yaml`. */
export type LabInfo = {
  readonly id: string;
  readonly title: Text;
  /** The one claim the lab teaches. */
  readonly claim: Text;
  /** What the learner is to reach. */
  readonly goal: Text;
  /** Slug of the lesson it belongs to, written or planned, or null. */
  readonly lesson: string | null;
  /** Stage of that lesson; the first stage for a lab without one. */
  readonly stage: StageId;
  /** Place of that lesson on the road, for sorting. */
  readonly order: number;
  /** Introduction on the lab's own page; a lab whose lesson is not written must have one. */
  readonly about: Text | null;
  /** Other names it is searched by. */
  readonly aliases: readonly string[];
  readonly predict: { readonly question: Text; readonly options: readonly PredictOption[]; readonly reveal: Text };
  /** What the numbers rest on: a source id or the fixture they are tested against. */
  readonly reference: Text;
};

export type Site = {
  readonly stages: readonly Stage[];
  /** In road order. */
  readonly lessons: readonly Lesson[];
  readonly conceptModules: readonly ConceptModule[];
  readonly concepts: readonly Concept[];
  readonly sources: readonly Source[];
  readonly labs: readonly LabInfo[];
  readonly resources: readonly ResourceGroup[];
  readonly careers: readonly Career[];
  /** At most one a stage. */
  readonly milestones: readonly Milestone[];
  readonly placements: readonly Placement[];
  /** Old numeric lesson id → the id it now resolves to. */
  readonly aliases: Readonly<Record<string, number>>;
  /** `stage/step` of milestone steps that are gone → the step that took its place, or null. */
  readonly retiredSteps: Readonly<Record<string, string | null>>;
  /** Addresses that lessons used to have, and the lesson that answers there now. */
  readonly moved: readonly { readonly stage: StageId; readonly slug: string; readonly to: number }[];
};
