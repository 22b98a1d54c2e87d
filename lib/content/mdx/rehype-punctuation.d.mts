import type { Root } from 'hast';

export default function rehypePunctuation(): (tree: Root) => void;
