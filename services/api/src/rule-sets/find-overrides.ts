import { parseEventBytes } from '@kaerimichi/casework';
import { addDays, type CaseEvent, type CaseRules, startOfTokyoDay, tokyoDay } from '@kaerimichi/discharge';
import {
  bringingRules,
  correctionsIn,
  type Override,
  outlineOf,
  overridesOf,
  rulesWith,
  toReconsider,
  type WaiverMade,
} from '@kaerimichi/discharge/chart';
import type { RuleKept } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';

/** How far back exceptions are looked at: what is older says nothing about how one works today. */
const DAYS_BACK = 365;
/** Exceptions that are read; more in a year, and the oldest are left out. */
const MOST_READ = 2_000;
const MOST_KEPT = 50;

export type FoundOverrides = {
  /** Of a year, the newest first. */
  readonly overrides: readonly Override[];
  /** Version in force; null: none was published. */
  readonly version: number | null;
  readonly proposed: ReturnType<typeof toReconsider>;
  readonly kept: readonly RuleKept[];
  /** From when on exceptions of a condition count towards a change. */
  readonly since: (requirement: string) => string;
};

/** The exceptions that an organisation made in the cases that it leads, from their own history, and what they propose. */
export async function findOverrides({ store, clock }: ApiPorts, org: string): Promise<FoundOverrides> {
  const today = tokyoDay(clock.now());
  const yearAgo = startOfTokyoDay(addDays(today, -DAYS_BACK));
  const [published, kept, overrides] = await Promise.all([
    store.ruleSets.listPublished(org),
    store.rulesKept.listOf(org, MOST_KEPT),
    listOverrides(store, org, yearAgo),
  ]);
  const inForce = published.find(({ fromOn }) => fromOn <= today);
  const inForceSince = inForce ? latest(inForce.publishedAt, startOfTokyoDay(inForce.fromOn)) : yearAgo;
  const since = (id: string) =>
    latest(inForceSince, yearAgo, kept.find(({ requirement }) => requirement === id)?.keptAt ?? yearAgo);
  return { overrides, version: inForce?.version ?? null, proposed: toReconsider(overrides, since), kept, since };
}

const latest = (...instants: readonly string[]): string => [...instants].sort().at(-1) ?? '';

async function listOverrides({ countedEvents }: ApiPorts['store'], org: string, since: string): Promise<Override[]> {
  const rows = await countedEvents.listLed(org, { types: ['requirement.waived'], since, limit: MOST_READ });
  const beside = await countedEvents.listOf(
    [...new Set(rows.map(({ caseId }) => caseId))],
    ['entry.corrected', ...bringingRules],
  );
  const histories = new Map<string, CaseEvent[]>();
  for (const { caseId, payload } of beside)
    histories.set(caseId, [...(histories.get(caseId) ?? []), parseEventBytes(payload)]);
  const made = rows.flatMap(({ caseId, stage, entry, payload }): WaiverMade[] => {
    const event = parseEventBytes(payload);
    const history = histories.get(caseId) ?? [];
    const { taken } = correctionsIn([event, ...history].map(entry => outlineOf({ event: entry })));
    // Whoever led the case before made its own exceptions, under rules of its own.
    return taken.has(event.seq) || event.by.org !== org
      ? []
      : [{ caseId, stage, entry, event, rules: rulesAt(history, org, event.seq) }];
  });
  return overridesOf(made);
}

/** The rules of a lead that a case had at an event. */
function rulesAt(history: readonly CaseEvent[], org: string, seq: number): CaseRules | null {
  const brought = history.flatMap(event => {
    const rules = event.seq < seq ? rulesWith(event) : null;
    return rules?.lead === org ? [rules] : [];
  });
  return brought.at(-1) ?? null;
}
