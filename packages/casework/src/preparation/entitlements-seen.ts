import { type CaseFacts, type Day, planOf } from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { EntitlementSeen } from './preparation-seen.ts';

/** Entries that the entitlements of a case are told from. */
export const entitlementTypes = ['entitlement.updated'] as const;

/** What the plan asks for, in its order, then what else was recorded: how far each is, since when, where and with which papers. */
export function entitlementsOf(
  facts: CaseFacts,
  entries: readonly Written[],
  { on, readsPlan }: { readonly on: Day; readonly readsPlan: boolean },
): EntitlementSeen[] {
  const wanted = (readsPlan ? planOf(facts)?.entitlements : undefined) ?? [];
  const kinds = [...new Set([...wanted, ...facts.entitlements.map(({ kind }) => kind)])];
  return kinds.map(kind => {
    const fact = facts.entitlements.find(other => other.kind === kind);
    const own = entries.filter(({ event: { type, body } }) => type === 'entitlement.updated' && body.kind === kind);
    const textOf = (name: string) => own.findLast(({ texts }) => texts[name])?.texts[name] ?? null;
    return {
      ...{ kind, isWanted: wanted.includes(kind), state: fact?.state ?? null, on: fact?.on ?? null },
      isOver: fact?.lapsedOn !== undefined || (fact?.until !== undefined && fact.until < on),
      appliedOn: dayOfState(own, ['applied']),
      decidedOn: dayOfState(own, ['granted', 'refused']),
      until: fact?.until ?? null,
      owner: fact?.owner ?? null,
      office: textOf('office'),
      papers: textOf('papers'),
      note: textOf('note'),
    };
  });
}

/** The day on which it came to such a state last. */
function dayOfState(own: readonly Written[], states: readonly string[]): Day | null {
  const last = own.findLast(({ event }) => states.includes(String(event.body.state)))?.event;
  return last ? (last.occurredOn ?? last.on) : null;
}
