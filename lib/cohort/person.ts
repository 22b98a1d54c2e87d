/**
 * Names of learners as they arrive in snapshots and chats: made safe to show, and made into a key.
 *
 * Compatibility: keys lie in storage and in files, so `personKey` never changes. The key is a hash, so that deleting a learner
 * leaves no name behind in the record that remembers the deletion.
 */
import { shareLimits } from '@/lib/share/limits';

/** A name on one line, without control characters and without marks that turn the direction of what follows. */
export function cleanName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .slice(0, shareLimits.name)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** Two spellings that a person would take for the same name are the same text: case, width and blanks do not count. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether there is anything to see in it. */
export function isName(name: string): boolean {
  return foldName(name) !== '';
}

export function personKey(name: string): string {
  return hashText(foldName(name));
}

/** 53 bits in base 36. cyrb53 (bryc, public domain): among a thousand names a collision has odds of one in ten thousand million. */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (0x100000000 * (b & 0x1fffff) + (a >>> 0)).toString(36);
}
