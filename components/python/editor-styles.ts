/**
 * Lets CodeMirror's rules pass a policy that forbids inline styles. Into a document it writes them as `<style>`; for a shadow root
 * it makes a constructed style sheet, which no policy holds back (style-mod, `StyleSet`). So the set of a shadow root is made
 * first and handed to the document, under the key that style-mod keeps to itself. Were that to change, the editor would be bare
 * and the browser would name the policy: the browser tests fail on either.
 */
import { EditorView } from '@codemirror/view';

let adopted = false;

export function adoptEditorStyles(document: Document): void {
  if (adopted) return;
  adopted = true;
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  new EditorView({ parent: root, root }).destroy();
  for (const key of Object.getOwnPropertySymbols(root))
    Object.defineProperty(document, key, { value: Reflect.get(root, key) });
}
