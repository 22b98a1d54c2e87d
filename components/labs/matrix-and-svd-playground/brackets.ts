/** The square brackets of a matrix. Plain bars would read as a determinant. */
export const brackets =
  'relative px-2.5 before:absolute before:inset-y-0 before:left-0 before:w-1.5 before:border-y-2 before:border-l-2 before:border-strong after:absolute after:inset-y-0 after:right-0 after:w-1.5 after:border-y-2 after:border-r-2 after:border-strong';
