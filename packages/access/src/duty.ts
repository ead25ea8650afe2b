import type { CaseFacts } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';
import { mayAdminister, seesBoard } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** Reads and writes who is on duty in the own organisation: its people who work with cases, and its administrators. */
export const keepsDuty = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean =>
  seesBoard(viewer) || mayAdminister(viewer);

type Taking = { readonly facts: Pick<CaseFacts, 'lead' | 'team'>; readonly own: string };

/**
 * Organisations of a case of whose duty a viewer is told, the lead first; null: of none. It stands among the contacts, so
 * it is for whoever reads them whole; who takes part besides the lead and the own house is of the plan.
 */
export function dutyTold(rights: Rights, { facts, own }: Taking): readonly string[] | null {
  if (!readsWhole(rights, 'contacts')) return null;
  const taking = facts.team.flatMap(({ org, state }) => (org && state === 'accepted' ? [org] : []));
  const told = readsWhole(rights, 'plan') ? taking : taking.filter(org => org === own);
  return [...new Set([facts.lead, ...told])];
}
