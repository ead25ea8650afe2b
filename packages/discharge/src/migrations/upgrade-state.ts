import type { CaseState } from '../decide.ts';
import { dischargeMachine, pathwayVersion } from '../discharge.ts';
import { caseFacts } from '../facts.ts';

/** A case's place in the pathway as some version of the program stored it: nothing about it is known yet. */
export type StoredState = { readonly pathwayVersion: number; readonly value: unknown; readonly facts: unknown };

export type Step = (stored: Pick<StoredState, 'value' | 'facts'>) => Pick<StoredState, 'value' | 'facts'>;

/**
 * From version n to n + 1, by n: which stage became which, which facts were added or renamed. Version 1 is the first, so
 * nothing stands here yet; a structural change of the chart adds its step, with a sample of the version it leaves behind
 * in `migrations/`.
 *
 * @public the test of a migration adds a step of its own to the program that it starts
 */
export const steps: ReadonlyMap<number, Step> = new Map();

/**
 * A stored case as this program's chart understands it. Throws for a version from which no step leads here, and for
 * facts that do not fit: a case is never opened half understood.
 */
export function upgradeState(
  stored: StoredState,
  known: ReadonlyMap<number, Step> = steps,
  to = pathwayVersion,
): CaseState {
  let { value, facts } = stored;
  for (let version = stored.pathwayVersion; version !== to; version++) {
    const step = version < to ? known.get(version) : undefined;
    if (!step) throw new Error(`no way leads from pathway version ${stored.pathwayVersion} to ${to}`);
    ({ value, facts } = step({ value, facts }));
  }
  return { value, facts: caseFacts.parse(facts) };
}

/** Whether this program can open a stored case: a way leads here from its version, and the chart has the place it leads to. */
export function canOpen(stored: StoredState, known: ReadonlyMap<number, Step> = steps, to = pathwayVersion): boolean {
  try {
    const { value, facts } = upgradeState(stored, known, to);
    // The chart itself says what it does not have, by throwing.
    dischargeMachine.resolveState({ value: value as never, context: { facts } });
    return true;
  } catch {
    return false;
  }
}
