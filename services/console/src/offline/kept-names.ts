const API = '/api/v1';

/**
 * Answers that are kept for the time without a network: who one is, the words of the pathway, the board, the tasks, the
 * visits, and of the cases that were opened what their first page says. Nothing else: what was searched or exported is not.
 */
const keptOf: readonly RegExp[] = [
  /^\/(session|me|pathway|place|board|tasks|visits)$/,
  /^\/cases\/[^/]+$/,
  /^\/cases\/[^/]+\/(events|transitions|card|visits)$/,
];

/** Under which name an answer is kept; null: not at all. Whatever the language, and of a history whichever page. */
export function keptName(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const path = pathname.startsWith(`${API}/`) ? pathname.slice(API.length) : '';
  if (!keptOf.some(known => known.test(path))) return null;
  // Who one is has two addresses.
  if (path === '/me') return `${ANSWER}/session`;
  return searchParams.size === 0 || isHistory(path) ? ANSWER + path : null;
}

export const ANSWER = 'answer:';

/** The case that an answer is about. */
export const caseOfName = (name: string): string | null => /^answer:\/cases\/([^/]+)/.exec(name)?.[1] ?? null;

export const isHistory = (name: string): boolean => /\/cases\/[^/]+\/events$/.test(name);
