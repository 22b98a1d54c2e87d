/** Reads a YAML text against a strict schema; every violation becomes a problem at the line of the offending value. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems';

/** `firstLine` is the line of the file on which `text` starts (2 for frontmatter). Returns null when anything is wrong. */
export function parseYaml<S extends z.ZodType>(
  schema: S,
  { text, file, firstLine = 1 }: { text: string; file: string; firstLine?: number },
  problems: Problems,
): { readonly data: z.infer<S>; readonly lineOf: (path: readonly PropertyKey[]) => number } | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    for (const error of document.errors)
      problems.add(file, lineAt(error.pos[0]), error.message.split('\n')[0] ?? 'bad YAML');
    return null;
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length) as string[], true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.add(file, lineOf(issue.path), `${issue.path.join('.') || 'file'}: ${issue.message}`);
    }
    return null;
  }
  return { data: parsed.data, lineOf };
}
