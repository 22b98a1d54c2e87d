/** The real code behind a lab's numbers and the line it is tested against, as a fragment that the lab fetches when it is opened. */
import { toHtml } from 'hast-util-to-html';
import { highlight } from '@/lib/content/mdx/rehype-code.mjs';
import type { LabDraft } from '@/lib/content/read-lab';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

async function figure(code: string, lang: string, title: string): Promise<string> {
  const html = toHtml({ type: 'root', children: await highlight(code, lang) });
  return `<figure class="code"><figcaption><span>${escapeHtml(title)}</span></figcaption><pre tabindex="0"><code>${html}</code></pre></figure>`;
}

export async function codeViewHtml({ code, pytorch }: Pick<LabDraft, 'code' | 'pytorch'>): Promise<string> {
  return (await figure(code.text, 'typescript', code.file)) + (await figure(pytorch.trim(), 'python', 'Python'));
}
