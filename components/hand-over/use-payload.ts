/** The progress packed for the way: made anew when it or the choice changes, and null until it is ready. */
'use client';
import { useEffect, useState } from 'react';
import { type Choice, chooseRecords } from '@/lib/hand-over/contents';
import { packDocument } from '@/lib/hand-over/payload';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';

export function usePayload(records: Records, choice: Choice, isWaiting: boolean): Uint8Array | null {
  const [packed, setPacked] = useState<{
    readonly of: Records;
    readonly choice: Choice;
    readonly payload: Uint8Array;
  }>();
  useEffect(() => {
    if (isWaiting) return;
    let isCurrent = true;
    packDocument(serializeDocument(chooseRecords(records, choice))).then(
      (payload) => isCurrent && setPacked({ of: records, choice, payload }),
    );
    return () => {
      isCurrent = false;
    };
  }, [records, choice, isWaiting]);
  return packed?.of === records && packed.choice === choice ? packed.payload : null;
}
