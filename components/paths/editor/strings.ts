/** Words of the path editor. */
import { en } from './strings-en';
import { zh } from './strings-zh';

export const strings = { en, zh };
export type EditorStrings = typeof en;
