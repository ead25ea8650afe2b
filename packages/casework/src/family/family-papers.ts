import { type CaseAccess, categoryRights } from '@kaerimichi/access';
import type { Category } from '@kaerimichi/discharge';
import type { CaseworkPorts } from '../casework.ts';
import { type KeptVersion, readKeptVersions, readWholes } from '../documents/kept-documents.ts';
import { accepted, type Outcome, type RequestMeta, refused } from '../outcome.ts';
import type { SignedIn } from '../ports.ts';
import { findSeen, readEntry } from '../view-case.ts';

/** A paper that a family was given on its page, as it was made. */
export type FamilyPaper = {
  readonly no: string;
  /** Of the case. */
  readonly version: number;
  readonly kept: KeptVersion;
  readonly whole: string;
  /** What the guardian was granted: of other categories nothing is on it. */
  readonly granted: readonly Category[];
};

/** Versions that are in force and were given to the family. */
export const givenVersions = async (ports: CaseworkPorts, caseId: string): Promise<KeptVersion[]> =>
  (await readKeptVersions(ports, caseId)).filter(({ state, toFamily }) => state === 'inForce' && toFamily);

/** What a guardian was granted of what its role may see at all. */
export function grantedTo({ viewer }: SignedIn, access: CaseAccess): Category[] {
  const rights = categoryRights(viewer, access);
  return (viewer.guardian?.categories ?? []).filter(category => rights[category] !== undefined);
}

type Question = { readonly who: SignedIn; readonly id: string; readonly meta: RequestMeta };

/** One of them, for a guardian of the child who was granted the plan; every one that is taken stands in the log. */
export async function readFamilyPaper(
  ports: CaseworkPorts,
  { who, id, meta }: Question,
): Promise<Outcome<FamilyPaper>> {
  const caseId = who.viewer.guardian?.caseId;
  const seen = caseId === undefined ? null : await findSeen(ports, { who, caseId });
  if (!seen) return refused({ code: 'not-found' });
  const { loaded, access } = seen;
  const granted = grantedTo(who, access);
  const isGone = loaded.facts.closing?.how === 'deceased' || !granted.includes('plan');
  const kept = isGone ? undefined : (await givenVersions(ports, loaded.id)).find(version => version.id === id);
  const whole = kept && (await readWholes(ports, loaded.id, [kept])).get(kept.id);
  const outcome =
    kept && whole !== undefined
      ? accepted({ no: loaded.no, version: loaded.version, kept, whole, granted })
      : refused({ code: 'not-found' });
  const what = `export.documentVersion${kept ? ` ${kept.kind}` : ''}`;
  ports.log.write(readEntry({ who, caseId: loaded.id, meta, what }, outcome.ok ? 'ok' : outcome.refusal.code));
  return outcome;
}
