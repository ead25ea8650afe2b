import { problemOf } from '../api/problem-error.ts';

/** Why the server took something not, in its own words, so that it can be read again after a reload. */
export type RefusalSaid = { readonly code: string; readonly reasons: readonly string[] };

export function saidOf(error: unknown): RefusalSaid {
  const problem = problemOf(error);
  if (!problem) return { code: 'fault', reasons: [] };
  const reasons = [...(problem.reasons ?? []).map(({ text }) => text), ...(problem.issues ?? []).map(textOf)];
  return { code: problem.code, reasons: reasons.length > 0 || !problem.detail ? reasons : [problem.detail] };
}

const textOf = ({ path, message }: { readonly path: string; readonly message: unknown }): string =>
  [path, typeof message === 'string' ? message : ''].filter(part => part !== '').join(': ');
