import { audienceOf, type Viewer } from '@kaerimichi/access';
import type { PresentPerson } from '@kaerimichi/contracts';
import type { Here } from './presence.ts';

/** Faces beside the board's title, with one's own, and beside a card. */
const MOST_ON_BOARD = 6;
export const MOST_ON_CASE = 5;

type Present = Here['person'] & { readonly edits?: boolean };

/** People with a board of their own: no wall display, no guardian, no prefecture. */
export const mayBePresent = (viewer: Viewer): boolean => viewer.role !== 'display' && audienceOf(viewer) !== null;

/** Somebody as one organisation is told of them: where they come from, unless it is one's own house. */
export const onePerson = (
  { id, name, orgId, edits }: Present,
  org: string,
  names: Readonly<Record<string, string>>,
): PresentPerson => ({ id, name, ...fromElsewhere(orgId, org, names), ...(edits ? { edits } : {}) });

export const fromElsewhere = (
  orgId: string,
  reader: string,
  names: Readonly<Record<string, string>>,
): Pick<PresentPerson, 'org'> => (orgId !== reader && names[orgId] ? { org: names[orgId] } : {});

/** Who of an organisation has its board open, and who has which case open that it was found to see; each person once. */
export function presentIn(all: Iterable<Here & { readonly edits: boolean }>, org: string) {
  const board = new Map<string, Present>();
  const open = new Map<string, Map<string, Present>>();
  for (const { person, board: isOnBoard, caseId, orgs, edits } of all) {
    if (isOnBoard && person.orgId === org) board.set(person.id, person);
    if (caseId === null || !orgs.includes(org)) continue;
    const people = open.get(caseId) ?? new Map<string, Present>();
    // Of several windows of one person one is enough.
    open.set(caseId, people.set(person.id, { ...person, edits: edits || people.get(person.id)?.edits === true }));
  }
  const colleagues = [...board.values()];
  return {
    board: colleagues.slice(0, MOST_ON_BOARD).map(person => onePerson(person, org, {})),
    more: Math.max(0, colleagues.length - MOST_ON_BOARD),
    open: new Map([...open].map(([caseId, people]) => [caseId, [...people.values()]] as const)),
  };
}
