import type { HistoryEvent, Problem } from '@kaerimichi/contracts';
import { ProblemError } from './problem-error.ts';

/** Somebody was faster, and nothing of ours was done: the case as it is now, and who did what since, oldest first. */
export class ConflictError extends ProblemError {
  readonly version: number;
  /** null: not told. */
  readonly stage: string | null;
  readonly since: readonly HistoryEvent[];
  constructor(problem: Problem, now: Pick<ConflictError, 'version' | 'stage' | 'since'>) {
    super(problem);
    this.name = 'ConflictError';
    this.version = now.version;
    this.stage = now.stage;
    this.since = now.since;
  }
}

export const conflictOf = (error: unknown): ConflictError | null => (error instanceof ConflictError ? error : null);
