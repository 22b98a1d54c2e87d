/** Runs a piece of code as on a computer in another place: Node reads `TZ` anew after each assignment. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** Far east and far west, half and quarter hours, clock changes at midnight, at three and of thirty minutes, none at all. */
export const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'UTC',
] as const;
