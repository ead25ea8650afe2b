import type { Problem } from '@kaerimichi/contracts';

/** A refusal of the server, as it explained it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The server could not be reached at all; nothing is known about what was sent. */
export class UnreachableError extends Error {
  constructor() {
    super('unreachable');
    this.name = 'UnreachableError';
  }
}

/** Whoever sent it has left: it is not sent in the name of the next person at this computer. */
export class LeftError extends Error {
  constructor() {
    super('left');
    this.name = 'LeftError';
  }
}

export const problemOf = (error: unknown): Problem | null => (error instanceof ProblemError ? error.problem : null);

/** A problem made here for an answer that carries none (a proxy's page, say). */
export function bareProblem(status: number): Problem {
  const code = status === 401 ? 'sign-in' : status === 404 ? 'not-found' : status === 503 ? 'busy' : 'fault';
  return { type: 'about:blank', title: '', status, code, detail: '', requestId: '' };
}
