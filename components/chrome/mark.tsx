/** The brand: four layers, one for each stage. Decorative; the name stands beside it. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1 17.2c3-1.6 6-.2 9 0s6-.9 9-.2V19H1z" fill="var(--color-math)" />
      <path d="M1 12.6c3-1.1 6 .6 9 .5s6-1.5 9-.6v3.1c-3-.8-6 .2-9 .2s-6-1.500-9 .1z" fill="var(--color-toolchain)" />
      <path d="M1 8c3-1 6 .3 9 .2s6-1.300 9-.4v3.300c-3-.9-6 .4-9 .5s-6-1.700-9-.6z" fill="var(--color-engineering)" />
      <path
        d="M1 3.200c3-1.200 6 .3 9 .1s6-1.400 9-.5v3.600c-3-.9-6 .300-9 .4s-6-1.300-9-.3z"
        fill="var(--color-frontier)"
      />
    </svg>
  );
}
