import type { NoteVisibility } from '@kaerimichi/discharge';
import type { Viewer } from './viewer.ts';

/** Kinds of organisations that read what is for hospitals and visiting nurses. */
const hospitalsAndStations: readonly string[] = ['childrensHospital', 'hospital', 'visitingNursingStation'];

type Reading = Pick<Viewer, 'org' | 'orgKind'>;

/**
 * Whether a note is for somebody, by what it says of itself and the organisation that wrote it; whether they read the plan
 * at all is asked beside it. A visibility that is not known is told to nobody else.
 */
export function isNoteFor(visibility: unknown, writtenBy: string, { org, orgKind }: Reading): boolean {
  if (org === writtenBy) return true;
  const known = (visibility ?? 'wholeTeam') as NoteVisibility;
  return known === 'wholeTeam' || (known === 'hospitalAndStation' && hospitalsAndStations.includes(orgKind));
}

/** Whether somebody may write a new version of a note: whoever wrote it, acting for the same organisation. */
export const mayReviseNote = (
  viewer: Pick<Viewer, 'person' | 'org'>,
  by: { readonly person: string; readonly org: string },
): boolean => viewer.person === by.person && viewer.org === by.org;
