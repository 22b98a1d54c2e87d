/**
 * Makes the navigation payload inside a page spell HTML as the page spells it: Next writes `<` as `\u003c` everywhere in its
 * inline scripts, although only `</script`, `<script` and `<!--` could end or confuse one. Spelt alike, the second copy of the
 * prose (see lib/content/mdx/rehype-static.mjs) compresses to almost nothing.
 */
const payloadScript = /(<script>self\.__next_f\.push\()([\s\S]*?)(\)<\/script>)/g;
const escapes = /\\(?:u003[ce]|u0026|[\s\S])/g;
const spelt: Record<string, string> = { '\\u003c': '<', '\\u003e': '>', '\\u0026': '&' };

export function respellPayload(html: string): string {
  return html.replace(payloadScript, (_, open: string, body: string, close: string) => open + respell(body) + close);
}

/** `body` is JavaScript: the same strings afterwards, spelt shorter. */
export function respell(body: string): string {
  return body.replace(escapes, (found, at: number) => {
    const plain = spelt[found];
    if (plain === undefined) return found;
    const dangerous = plain === '<' && /^(?:\/script|script|!--)/i.test(body.slice(at + found.length));
    return dangerous ? found : plain;
  });
}
