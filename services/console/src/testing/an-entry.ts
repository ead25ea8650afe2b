import type { HistoryEvent } from '@kaerimichi/contracts';

/** An entry of a case's history for tests. */
export function anEntry(seq: number, over: Partial<HistoryEvent> = {}): HistoryEvent {
  return {
    seq,
    type: 'x',
    label: 'x',
    at: '2026-11-20T01:00:00.000Z',
    stage: 'preparing',
    by: { name: null, org: null, role: 'dischargeNurse' },
    category: 'plan',
    body: null,
    texts: null,
    corrected: false,
    proposed: null,
    correctable: false,
    revisable: false,
    called: false,
    ...over,
  };
}
