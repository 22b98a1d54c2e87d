/**
 * Makes the navigation payload inside a page spell HTML as the page spells it.
 *
 * Next writes the payload as JavaScript strings in which every `<`, quote and line break is escaped. Written as template literals
 * instead, with only what must be escaped, the second copy of the prose (see lib/content/mdx/rehype-static.mjs) is the same to
 * the letter as the first and compresses to almost nothing.
 */
const payloadScript = /(<script>self\.__next_f\.push\()([\s\S]*?)(\)<\/script>)/g;

export function respellPayload(html: string): string {
  return html.replace(payloadScript, (_, open: string, body: string, close: string) => open + respell(body) + close);
}

/** `body` is the literal of one payload chunk, `[1,"…"]`; what is not of that form is left as it is. */
export function respell(body: string): string {
  const match = /^\[1,("[\s\S]*")\]$/.exec(body);
  if (!match?.[1]) return body;
  const text: unknown = JSON.parse(match[1]);
  return typeof text === 'string' ? `[1,${templateLiteral(text)}]` : body;
}

/**
 * A template literal whose value is `text`, safe inside an HTML script element: nothing in it can end the script or start a
 * comment, and characters that HTML or template literals would change (carriage return, NUL, other controls) are escaped.
 */
export function templateLiteral(text: string): string {
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/<(?=\/script|script|!--)/gi, '\\x3c')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `\`${escaped}\``;
}
