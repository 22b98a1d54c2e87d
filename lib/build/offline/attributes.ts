/** Values of an attribute in a page, once each. Prose is written with single quotes or none, everything else with double ones. */
export function attributeValues(html: string, name: string): readonly string[] {
  const pattern = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'g');
  return [...new Set([...html.matchAll(pattern)].map(([, double, single, bare]) => double ?? single ?? bare ?? ''))];
}
