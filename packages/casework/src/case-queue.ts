/**
 * Commands of one case wait for each other within the process. Without it, 32 writers on one case lost half of their
 * append events to five retries each; with it, none. Other processes are met by the version check.
 */
export function createCaseQueue() {
  const tails = new Map<string, Promise<unknown>>();
  return async function inTurn<Answer>(caseId: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = tails.get(caseId);
    const mine = before ? before.then(work, work) : work();
    tails.set(caseId, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(caseId) === mine) tails.delete(caseId);
    }
  };
}
export type CaseQueue = ReturnType<typeof createCaseQueue>;
