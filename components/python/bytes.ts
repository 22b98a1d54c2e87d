/** Sizes as download figures are given: millions of bytes, one decimal. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
