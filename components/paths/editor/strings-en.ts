import type { DraftProblem } from '@/lib/paths/draft';

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const time = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
};

export const en = {
  title: 'Make a path',
  description: 'Choose lessons, put them in order, add notes and due dates, and hand it all over in one link.',
  lead: 'Choose lessons, put them in order, add notes and dates. Your learners get it all in one link.',
  noScript: 'The editor runs in your browser and needs JavaScript.',
  myPaths: 'My paths',
  time,
  lessons: (n: number) => plural(n, 'lesson'),
  untitled: 'Untitled path',
  separator: ' · ',

  start: {
    title: 'What do you start from?',
    empty: 'An empty path',
    emptyHint: 'Choose every lesson yourself',
    road: 'The whole road',
    stages: 'A stage',
    careers: 'A career',
    planned: (n: number) => `${plural(n, 'more lesson')} planned`,
    mine: 'A path you have',
    edit: 'Edit',
    editOf: (title: string) => `Edit “${title}”`,
    copy: 'Duplicate',
    copyOf: (title: string) => `Duplicate “${title}”`,
    drafts: 'Unfinished',
    keptOn: (day: string) => `last changed ${day}`,
    resume: 'Go on',
    resumeOf: (title: string) => `Go on with “${title}”`,
    discard: 'Discard',
    discardOf: (title: string) => `Discard “${title}”`,
    discarded: (title: string) => `“${title}” was discarded.`,
    bringBack: 'Bring it back',
    missing: 'What this address asks for is not in this browser. It may have been made on another device, or removed.',
  },
  copyTitle: (title: string) => (title === '' ? '' : `${title} (copy)`),

  notice: {
    kept: (day: string) => `Your unfinished path is back, last changed ${day}.`,
    edit: (version: number, next: number) =>
      `You are editing version ${version}. Saving a change makes version ${next}, and learners who open the new link see what changed.`,
    copy: 'This is a copy, a path of its own. The original stays as it is.',
    notOwn: 'Somebody else made this path, so you are editing a copy: a path of its own. Theirs stays as it is.',
    split: 'This draft was changed in another tab too. Nothing is lost: what you see here is now a path of its own.',
    openOther: 'Open the other one',
    follows: 'Taken over from another tab.',
    changedElsewhere: (version: number) =>
      `This path was saved elsewhere in the meantime, as version ${version}. Yours is not lost.`,
    keepMine: (version: number) => `Save mine as version ${version}`,
    takeTheirs: 'Take the saved one',
    notKept: 'This browser does not let the site keep your draft. Share or save it before you leave.',
    startOver: 'Start another',
  },

  head: {
    title: 'Title',
    mentor: 'Your name (optional)',
    mentorHint: 'Learners see who the path is from.',
    start: 'Start date (optional)',
    startHint: 'With it, due dates are calendar days. Without it, they count from the day a learner begins.',
    noStart: 'No start date',
  },
  dateError: {
    'not-a-date': 'This is not a date between 2020 and 2119.',
    'before-start': 'This is before the start date.',
    'too-late': 'This is too far from the start date.',
  },

  list: {
    title: 'Lessons in order',
    empty: 'No lessons yet.',
    emptyHint: 'Choose some from the list, or on the knowledge map.',
    choose: 'Choose lessons',
    handle: (title: string) => `Reorder “${title}”`,
    handleHelp:
      'Space picks it up, the arrow keys move it, Home and End take it to the ends, Space drops it, Escape puts it back.',
    up: (title: string) => `Move “${title}” up`,
    down: (title: string) => `Move “${title}” down`,
    remove: 'Remove',
    removeOf: (title: string) => `Remove “${title}”`,
    unknown: (id: number) => `Lesson ${id}`,
    unknownHint: 'not on this site',
    unknownSum: (n: number) =>
      `${plural(n, 'lesson')} of this path ${n === 1 ? 'is' : 'are'} not on this site: planned, or of a newer version. They stay in the path, and learners see them once their site has them.`,
    removeUnknown: 'Remove them',
    edit: 'Edit',
    editOf: (title: string) => `Edit date and note of “${title}”`,
    due: (day: string) => `due ${day}`,
    dueAfter: (days: number) =>
      days % 7 === 0 && days > 0
        ? `due after ${plural(days / 7, 'week')}`
        : days === 0
          ? 'due on the first day'
          : `due after ${plural(days, 'day')}`,
    early: 'It is due before a lesson that stands above it.',
    missing: (title: string) => `Builds on “${title}”, which is not in the path.`,
    late: (title: string, place: number) => `Builds on “${title}”, which comes later, at place ${place}.`,
  },
  row: {
    dueDate: 'Due date',
    dueAfter: 'Due after the start',
    unit: 'Unit',
    days: 'days',
    weeks: 'weeks',
    noDate: 'No date',
    note: 'Note to the learner',
    noteHint: (left: number) => `Plain text; ${left} characters left.`,
    next: 'Next lesson',
    openLesson: 'Read the lesson',
    done: 'Done',
  },

  say: {
    picked: (title: string, place: number, all: number) =>
      `${title}, picked up at place ${place} of ${all}. Use the arrow keys.`,
    moved: (title: string, place: number, all: number) => `${title}, moved to place ${place} of ${all}.`,
    dropped: (title: string, place: number, all: number) => `${title}, dropped at place ${place} of ${all}.`,
    putBack: (title: string, place: number, all: number) => `${title}, put back to place ${place} of ${all}.`,
    first: (title: string) => `${title} is the first already.`,
    last: (title: string) => `${title} is the last already.`,
    added: (title: string, place: number) => `${title}, added at place ${place}.`,
    addedMany: (n: number) => `${plural(n, 'lesson')} added.`,
    removed: (title: string) => `${title}, removed.`,
    removedMany: (n: number) => `${plural(n, 'lesson')} removed.`,
    dated: 'Due dates changed.',
    ordered: (n: number) => `Put in order: ${plural(n, 'lesson')} moved.`,
    undone: 'Undone.',
    redone: 'Done again.',
    saved: (version: number) => `Saved to your paths as version ${version}.`,
  },

  warnings: {
    title: 'Prerequisites',
    missing: (n: number) =>
      n === 1
        ? 'One lesson that others here build on is missing:'
        : `${n} lessons that others here build on are missing:`,
    late: (n: number) =>
      n === 1 ? 'One lesson comes before something it builds on.' : `${n} lessons come before something they build on.`,
    add: 'Add what is missing',
    order: 'Put in order',
    hint: 'Order is advice: learners can open any lesson at any time.',
  },

  dates: {
    title: 'Due dates',
    pace: 'Hours a week',
    spread: 'Spread the dates',
    spreadHint: (weeks: number, end: string) =>
      `${plural(weeks, 'week')}, a due date at the end of each${end === '' ? '' : `; the last on ${end}`}.`,
    shift: 'Move all dates by',
    earlier: 'Earlier',
    later: 'Later',
    unordered: (n: number) =>
      `${n === 1 ? 'One lesson is' : `${n} lessons are`} due before a lesson that stands above.`,
    sort: 'Sort the dates',
    clear: 'Remove all dates',
  },

  pick: {
    title: 'Choose lessons',
    search: 'Find a lesson',
    searchHint: 'LoRA, softmax, 注意力…',
    none: 'No lesson has all these words.',
    found: (n: number) => `${plural(n, 'lesson')} found`,
    place: 'New lessons go',
    atEnd: 'to the end',
    byRoad: 'where the road has them',
    after: (place: number, title: string) => `after ${place}. ${title}`,
    addAll: (n: number) => `Add all ${n}`,
    addAllOf: (n: number, stage: string) => `Add all ${n} of “${stage}”`,
    chosenOf: (n: number, all: number) => `${n} of ${all}`,
    at: (place: number) => `place ${place}`,
    map: 'Choose on the map',
    mapLoading: 'Opening the map…',
    mapFailed: 'The map could not be loaded. Are you offline? The list works all the same.',
  },
  map: {
    title: 'Choose on the knowledge map',
    lead: 'Choose a concept, and the lesson that teaches it joins the path. Choose it again, and it leaves.',
    help: 'Arrow keys walk from concept to concept, Enter or Space chooses. Concepts drawn faint have no lesson yet.',
    view: 'View',
    picture: 'Map',
    list: 'List',
    inPath: 'in the path',
    notInPath: 'not in the path',
    untaught: (n: number) =>
      `${plural(n, 'more concept')} on the map ${n === 1 ? 'has' : 'have'} no lesson on this site yet.`,
    search: 'Find a concept',
    noConcept: 'No concept has this name.',
    lessonAdded: (concept: string, lesson: string) => `${concept}: “${lesson}” added.`,
    lessonRemoved: (concept: string, lesson: string) => `${concept}: “${lesson}” removed.`,
    nothing: (concept: string) => `${concept} has no lesson on this site yet.`,
    chosen: (n: number) => `${plural(n, 'lesson')} in the path`,
    done: 'Done',
  },

  finish: {
    title: 'Hand it over',
    size: 'Size',
    work: 'Work',
    total: (minutes: number, unknown: number) => (unknown > 0 ? `more than ${time(minutes)}` : time(minutes)),
    atPace: (hours: number, weeks: number) => `${plural(weeks, 'week')} at ${plural(hours, 'hour')} a week`,
    pace: 'Pace',
    needed: (weekMinutes: number) => `about ${time(weekMinutes)} a week to meet every date`,
    tightest: (title: string) => `tightest up to “${title}”`,
    dated: (n: number, all: number) => (n === all ? 'every lesson has a date' : `${n} of ${all} lessons have a date`),
    noneDated: 'no due dates',
    datesLabel: 'Dates',
    link: 'Link',
    characters: (n: number) => plural(n, 'character'),
    fits: {
      qr: 'fits a QR code',
      messenger: 'fits most messengers; its QR code is dense',
      neither: 'too long for some messengers',
    },
    notes: (n: number) => `${n} of them are notes`,
    problem: {
      'no-lessons': 'Once there is a lesson in it, the path can be saved and shared.',
      'too-many-lessons': 'These are more lessons than a link can hold: 4,096.',
      'too-long': 'Notes and titles together are too long for a link. Shorten or remove some notes.',
      'too-many-versions': 'This path has as many versions as a link can count. Duplicate it and go on with the copy.',
      unreadable: 'Something in this path cannot be put into a link. Remove the lesson you added last.',
    } as Record<DraftProblem, string>,
    save: 'Save to my paths',
    saveAs: (version: number) => `Save as version ${version}`,
    saved: (version: number) => `Saved as version ${version}`,
    notSaved: 'It could not be saved: it is too large to keep.',
    onlyMemory:
      'Saved, but this browser does not let the site keep it: it is gone when you close the page. Share it first.',
    shareHint: 'Sharing saves it to your paths first, so that you can change it later.',
    preview: 'See it as your learners will',
    previewHint: 'opens in a new tab',
    duplicate: 'Duplicate',
    discard: 'Discard the draft',
    discardEdit: 'Discard the changes',
  },
  bar: {
    label: 'Path in progress',
    undo: 'Undo',
    redo: 'Redo',
    add: 'Add lessons',
    back: (n: number) => `To the path (${n})`,
    save: 'Save',
    kept: 'Draft kept in this browser',
    unkept: 'Draft not kept',
    saved: 'Saved',
  },
};
