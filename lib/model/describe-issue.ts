import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The first thing wrong with a value, as `path: reason`: `facts[3].date: a date is 2025, …`. */
export function describeIssue(error: { issues: Issue[] }): string {
  const issue = error.issues[0];
  if (!issue) return ': unknown';
  const { path, message } = deepest(issue);
  return `${toPath(path)}: ${message}`;
}

/** A path of keys as one writes it in code; the whole value is `(root)`. */
export function toPath(keys: PropertyKey[]): string {
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return path.replace(/^\./, '') || '(root)';
}

/** Where no alternative of a union fits, the one that came furthest says what is wrong. */
function deepest(issue: Issue, base: PropertyKey[] = []): { path: PropertyKey[]; message: string } {
  const path = [...base, ...issue.path];
  const own = { path, message: issue.message };
  if (issue.code === 'invalid_key') return { path, message: issue.issues[0]?.message ?? issue.message };
  if (issue.code !== 'invalid_union') return own;
  const alternatives = issue.errors.flatMap((issues) => (issues[0] ? [deepest(issues[0], path)] : []));
  return alternatives.reduce((best, next) => (next.path.length > best.path.length ? next : best), own);
}
