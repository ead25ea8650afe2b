import type { Casework, Clock } from '@kaerimichi/casework';
import { type CaseRules, rulesOf, tokyoDay } from '@kaerimichi/discharge';
import type { Logger } from '@kaerimichi/runtime';
import { BELIEVED_MS, type PublishedRuleSet, type Store } from '@kaerimichi/store';

type Ports = {
  readonly store: Pick<Store, 'ruleSets'>;
  readonly casework: Pick<Casework, 'sendTimeEvent'>;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Cases asked for together: an end is not kept waiting by more than one of them. */
const AT_ONCE = 50;
/** Of one turn of the clock: what is due meanwhile does not wait for it. */
const TURN_MS = 500;
/** Whatever began a case under the version before believed it no longer than this. */
const SETTLED_MS = 2 * BELIEVED_MS;

/**
 * Gives live cases the rule set of their lead once it is in force, as an event of each that writes its card and moves its
 * timers (docs/decisions/033). What is left is asked of the cases themselves: a worker that ends half way, or a second
 * one, goes on with those that do not have it, and no case takes it twice.
 */
export function adoptRules(ports: Ports, stopping: AbortSignal): () => Promise<void> {
  const { store, clock, log } = ports;
  // Cases that refused: they are looked at again by the next program, and not each second.
  const refused = new Set<string>();
  return async () => {
    const until = performance.now() + TURN_MS;
    for (const published of await store.ruleSets.listPending(tokyoDay(clock.now()))) {
      const rules = rulesOf(published.content, { lead: published.org, version: published.version });
      const isWhole = await adoptIn(ports, rules, { until, refused, stopping });
      if (!isWhole) return;
      if (!isSettled(published, clock.now())) continue;
      await store.ruleSets.noteAdopted(rules);
      log.info({ org: published.org, version: published.version }, 'every live case has the rules of its lead');
    }
  };
}

const isSettled = ({ publishedAt }: PublishedRuleSet, now: string): boolean =>
  Date.parse(now) - Date.parse(publishedAt) >= SETTLED_MS;

type Turn = { readonly until: number; readonly refused: Set<string>; readonly stopping: AbortSignal };

/** False: the turn is over before the cases are. */
async function adoptIn(
  { store, casework, log }: Ports,
  rules: CaseRules,
  { until, refused, stopping }: Turn,
): Promise<boolean> {
  while (!stopping.aborted && performance.now() < until) {
    const behind = await store.ruleSets.listBehind(rules, AT_ONCE + refused.size);
    const cases = behind.filter(caseId => !refused.has(`${caseId} ${rules.version}`));
    if (cases.length === 0) return true;
    for (const caseId of cases) {
      if (stopping.aborted || performance.now() >= until) return false;
      const outcome = await casework.sendTimeEvent(caseId, { type: 'rules.adopted', body: rules });
      if (outcome.ok || outcome.refusal.code === 'busy') continue;
      // Another worker was faster, or the case has ended since it was listed; anything else is told.
      refused.add(`${caseId} ${rules.version}`);
      log.info({ caseId, code: outcome.refusal.code }, 'a case did not take the rules of its lead');
    }
  }
  return false;
}
