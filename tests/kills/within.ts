/** Longest that anything is waited for here. On a machine that is busy with others a browser starts within a few seconds. */
const LIMIT_S = 45;

/** What the work comes to. Rejects with a sentence that names it where nothing does in time: whoever is killed while it is asked may answer never. */
export async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const late = new Promise<never>((_, reject) => {
    let waitedS = 0;
    // Counted: while all of this is stopped, as on a machine that sleeps, nobody could have answered.
    timer = setInterval(() => {
      waitedS += 1;
      if (waitedS === LIMIT_S) reject(new Error(`Waited ${LIMIT_S} s for ${what}.`));
    }, 1_000);
  });
  return Promise.race([work, late]).finally(() => clearInterval(timer));
}
