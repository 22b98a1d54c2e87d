/** Content errors are collected, not thrown one by one: an author sees everything that is wrong, by file and line. */

export type Problem = { readonly file: string; readonly line: number; readonly message: string };

export class Problems {
  readonly list: Problem[] = [];

  add(file: string, line: number, message: string): void {
    this.list.push({ file, line, message });
  }

  /** Throws ONE error that lists every problem. Does nothing when there is none. */
  throwIfAny(): void {
    if (this.list.length > 0) throw new ContentError(this.list);
  }
}

export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    const lines = sorted.map(({ file, line, message }) => `  ${file}:${line}  ${message}`);
    super(`${sorted.length} problem${sorted.length === 1 ? '' : 's'} in the content:\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.problems = sorted;
  }
}
