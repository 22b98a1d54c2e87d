import type { ElementContent, Root } from 'hast';

export declare const languages: readonly string[];
export declare function highlight(code: string, lang: string): Promise<ElementContent[]>;
export default function rehypeCode(): (tree: Root) => Promise<void>;
