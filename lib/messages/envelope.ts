/**
 * The two shapes that travel between contexts. `browser.runtime` hands a failed call over as `undefined`
 * or as a bare string; so a failure of ours is a value here, and is thrown again at the caller.
 * No zod: the content script imports this file.
 */
import { AppError, type ErrorCode } from '@/lib/model/app-error';

/** A call on its way: `sidelight` tells it apart from whatever else an extension may hear. */
export type Envelope = { sidelight: 1; name: string; request: unknown };

/** What came of a call. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: { code: ErrorCode; detail: string } };

/** Puts a call into its envelope. */
export function toEnvelope(name: string, request: unknown): Envelope {
  return { sidelight: 1, name, request };
}

/** Whether a message heard is one of our calls. */
export function isEnvelope(message: unknown): message is Envelope {
  const call = message as Partial<Envelope> | null | undefined;
  return call?.sidelight === 1 && typeof call.name === 'string';
}

/** Runs a handler and turns what it returns or throws into an answer. Never rejects. */
export async function computeAnswer(handle: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await handle() };
  } catch (thrown) {
    // By shape, not by class: so the content script does without `AppError`.
    const { code, detail, message } = Object(thrown) as Partial<AppError>;
    return typeof code === 'string'
      ? { ok: false, error: { code, detail: detail ?? '' } }
      : { ok: false, error: { code: 'unexpected', detail: message ?? String(thrown) } };
  }
}

/** The value of an answer. Throws the `AppError` that it carries; `otherwise` where it is no answer of ours. */
export function readAnswer(answer: unknown, otherwise: ErrorCode): unknown {
  const read = answer as Partial<Answer> | null | undefined;
  if (read?.ok === true) return (read as { value: unknown }).value;
  if (read?.ok === false && read.error) throw new AppError(read.error.code, { detail: read.error.detail });
  throw new AppError(otherwise, { retryable: true });
}
