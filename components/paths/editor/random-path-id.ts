import { newPathId, pathIdBytes } from '@/lib/paths/draft';

export function randomPathId(): string {
  return newPathId(crypto.getRandomValues(new Uint8Array(pathIdBytes)));
}
