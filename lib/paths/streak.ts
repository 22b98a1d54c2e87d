/**
 * A gentle rhythm: the days learnt in the run that reaches up to today. Two free days in any seven belong to it; only a third ends
 * a run. Today itself is not over and is never counted as free.
 */
const window = 7;
const freeDays = 2;

/** Active days of the present run. Days after today, from a journey or a wrong clock, wait for their time. */
export function streakOf(active: { readonly has: (day: number) => boolean }, today: number): number {
  const free: number[] = [];
  let count = 0;
  for (let day = today; ; day--) {
    if (active.has(day)) count++;
    else if (day < today) {
      free.push(day);
      if (free.filter((each) => each < day + window).length > freeDays) return count;
    }
  }
}
