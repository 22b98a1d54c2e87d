/** How far a download is, in the words of a list: one line may stand for several groups, such as a stage in both languages. */
import type { Device } from './device';
import { type DownloadState, entriesOf, type Trouble } from './downloads';
import { amountOf } from './wanted';

export type GroupView = {
  /** `partly`: begun and interrupted, or something of it has gone. */
  readonly state: 'absent' | 'waiting' | 'running' | 'partly' | 'here';
  /** Bytes that would travel now, of those that travel in all. */
  readonly missing: number;
  readonly total: number;
  /** Of a running download. */
  readonly loaded: number;
  readonly trouble: Trouble | null;
};

/** Null where this build has no such group. */
export function viewGroups(state: DownloadState, groups: readonly string[]): GroupView | null {
  const { device, stored, running, waiting, trouble } = state;
  if (!device || groups.length === 0 || !groups.every((name) => device.index.groups.has(name))) return null;
  const { packed, missing } = amountOf(entriesOf(device, groups), stored);
  const key = groups.join();
  const isRunning = running?.groups.join() === key;
  const base = {
    missing,
    total: isRunning ? running.total : packed,
    loaded: isRunning ? running.loaded : 0,
    trouble: groups.map((name) => trouble.get(name)).find(Boolean) ?? null,
  };
  if (isRunning) return { ...base, state: 'running' };
  if (waiting.some((other) => other.join() === key)) return { ...base, state: 'waiting' };
  const parts = groups.map((name) => stateOf(state, device, name));
  if (parts.every((part) => part === 'here')) return { ...base, state: 'here' };
  return { ...base, state: parts.includes('partly') ? 'partly' : 'absent' };
}

function stateOf({ notes, stored }: DownloadState, device: Pick<Device, 'index'>, name: string) {
  const note = notes.find((one) => one.kind === 'group' && one.name === name);
  if (note?.kind !== 'group') return 'absent';
  return note.complete && amountOf(entriesOf(device, [name]), stored).missing === 0 ? 'here' : 'partly';
}
