/** Authored text in which `backticks` set code. */
export function InlineText({ text }: { readonly text: string }) {
  // Cut from one text, never moved: the place is the key.
  return text.split('`').map((part, place) => {
    const key = `${place}`;
    return place % 2 === 0 ? (
      part
    ) : (
      <code key={key} className="font-mono text-[0.92em] whitespace-nowrap">
        {part}
      </code>
    );
  });
}
