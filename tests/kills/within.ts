/** Longest that anything is waited for here. On a machine that is busy with others a browser starts within a few seconds. */
const LIMIT_MS = 45_000;

/** What the work comes to. Rejects with a sentence that names it where nothing does in time: whoever is killed while it is asked may answer never. */
export async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const sentence = `Waited ${LIMIT_MS / 1000} s for ${what}.`;
    timer = setTimeout(() => reject(new Error(sentence)), LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
