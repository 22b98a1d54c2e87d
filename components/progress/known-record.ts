/** Whether this version of the site knows what a record is about: its collection, and its lesson where the key names one. */
const byLesson = ['lessons', 'checks', 'code', 'runs', 'notes', 'bookmarks'];
const others = ['goals', 'paths', 'cards', 'prefs', 'days', 'milestones', 'evidence', 'placement'];

export function isKnownRecord(lessonIds: ReadonlySet<string>) {
  return (collection: string, key: string): boolean =>
    byLesson.includes(collection) ? lessonIds.has(key.split(/[/#]/, 1)[0] ?? '') : others.includes(collection);
}
