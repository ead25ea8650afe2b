import type { BoardSocket } from './board-socket.ts';

export type CaseWatches = {
  readonly watch: (caseId: string, listener: () => void) => () => void;
  readonly tell: (caseId: string) => void;
  /** After a reconnection: every case is watched again, and asked for again, since something may have been missed. */
  readonly renew: () => void;
};

/** Who on the screens looks at which case. */
export function createCaseWatches(socket: () => BoardSocket | null): CaseWatches {
  const cases = new Map<string, Set<() => void>>();
  const tell = (caseId: string) => {
    for (const listener of cases.get(caseId) ?? []) listener();
  };
  return {
    tell,
    renew: () => {
      for (const caseId of cases.keys()) {
        socket()?.watchCase(caseId);
        tell(caseId);
      }
    },
    watch: (caseId, listener) => {
      const listeners = cases.get(caseId) ?? new Set();
      if (listeners.size === 0) socket()?.watchCase(caseId);
      cases.set(caseId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || cases.get(caseId) !== listeners) return;
        cases.delete(caseId);
        socket()?.leaveCase(caseId);
      };
    },
  };
}
