/** Reads an iCalendar text as a calendar would (RFC 5545 §3.1, §3.3.11), strictly: what it does not expect it refuses. */
export type Properties = Readonly<Record<string, string>>;

export function readIcs(text: string): { readonly calendar: Properties; readonly events: readonly Properties[] } {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const calendar: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)$/su.exec(line);
    if (!match) throw new Error(`no content line: ${line}`);
    const [, name = '', , value = ''] = match;
    if (name === 'BEGIN') {
      if (value === 'VEVENT') events.push({});
      open.push(value);
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends where it is not open`);
    } else {
      const into = open.at(-1) === 'VEVENT' ? events.at(-1) : calendar;
      if (!into || name in into) throw new Error(`${name} stands twice`);
      into[name] = value.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));
    }
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} never ends`);
  return { calendar, events };
}
