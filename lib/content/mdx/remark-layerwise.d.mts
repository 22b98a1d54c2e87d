import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';

export declare function headingId(node: Heading, remove?: boolean): string | null;
export default function remarkLayerwise(): (tree: Root, file: VFile) => void;
