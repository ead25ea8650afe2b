import { addDays, type Day } from '@kaerimichi/discharge';
import { mayAdminister, seesBoard } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** While somebody is away (代理): from the first day to the last, both included, a colleague sees their tasks. */
export type Substitution = {
  readonly membership: string;
  readonly substitute: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** It was ended before its last day. */
  readonly isEnded: boolean;
};

/** Longer than that nobody is away: the work is then somebody else's for good. */
export const MOST_AWAY_DAYS = 92;

type Member = Pick<Viewer, 'membership' | 'org' | 'role' | 'flags'>;

/** Who says that a colleague stands in: oneself, or whoever keeps the people of the organisation. */
export const maySubstitute = (viewer: Viewer, absent: Pick<Member, 'membership' | 'org'>): boolean =>
  absent.org === viewer.org &&
  ((absent.membership === viewer.membership && seesBoard(viewer)) || mayAdminister(viewer));

/** The same may end it, and so may the colleague, who was not asked. */
export const mayEndSubstitution = (
  viewer: Viewer,
  { org, membership, substitute }: Pick<Substitution, 'membership' | 'substitute'> & { readonly org: string },
): boolean => maySubstitute(viewer, { org, membership }) || substitute === viewer.membership;

export type SubstitutionFault = 'oneself' | 'elsewhere' | 'withoutCases' | 'backwards' | 'over' | 'tooLong';

/** What speaks against a substitution: only a colleague who works with cases stands in, and for a while. */
export function substitutionFaults(
  { absent, substitute }: { readonly absent: Member; readonly substitute: Member },
  { fromOn, untilOn }: Pick<Substitution, 'fromOn' | 'untilOn'>,
  on: Day,
): SubstitutionFault[] {
  const faults: readonly (readonly [SubstitutionFault, boolean])[] = [
    ['oneself', absent.membership === substitute.membership],
    ['elsewhere', absent.org !== substitute.org],
    ['withoutCases', !seesBoard(substitute) || !seesBoard(absent)],
    ['backwards', untilOn < fromOn],
    ['over', untilOn < on],
    ['tooLong', untilOn > addDays(fromOn, MOST_AWAY_DAYS)],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}

/** Whether a viewer stands in for somebody on a day: it ends by itself. */
export const standsInFor = (
  { substitute, fromOn, untilOn, isEnded }: Substitution,
  { membership }: Pick<Viewer, 'membership'>,
  on: Day,
): boolean => substitute === membership && !isEnded && fromOn <= on && on <= untilOn;
