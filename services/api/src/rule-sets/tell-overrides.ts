import { categoryRights, readsOverridesOf, showCard, type Viewer } from '@kaerimichi/access';
import { fieldsFor } from '@kaerimichi/casework';
import { MOST_OVERRIDES, type OverrideProposal, type ToldOverride } from '@kaerimichi/contracts';
import { type Day, tokyoDay, type Words } from '@kaerimichi/discharge';
import { changesFor, type Override, requirements, whyOn } from '@kaerimichi/discharge/chart';
import type { ApiPorts } from '../ports.ts';
import type { FoundOverrides } from './find-overrides.ts';

export const wordsOf = (id: string): Words => requirements.get(id)?.text ?? { ja: id, en: id };

export type OverrideCount = {
  readonly requirement: string;
  readonly text: Words;
  readonly individual: number;
  readonly disaster: number;
  readonly half: number;
};

/** How often each condition was passed over, the most frequent first. */
export function countOverrides(overrides: readonly Override[]): OverrideCount[] {
  const ids = [...new Set(overrides.map(({ requirement }) => requirement))];
  return ids
    .map(requirement => {
      const own = overrides.filter(override => override.requirement === requirement);
      const whole = own.filter(({ isWhole }) => isWhole);
      const disaster = whole.filter(({ ground }) => ground === 'disaster').length;
      const individual = whole.length - disaster;
      return { requirement, text: wordsOf(requirement), individual, disaster, half: own.length - whole.length };
    })
    .sort((a, b) => b.individual + b.disaster - a.individual - a.disaster);
}

export const tellProposals = ({ proposed, since }: FoundOverrides): OverrideProposal[] =>
  proposed.map(({ requirement, overrides }) => {
    const approvedAs = (as: string) => overrides.filter(({ grants }) => grants.some(grant => grant.as === as)).length;
    return {
      requirement,
      text: wordsOf(requirement),
      count: overrides.length,
      since: since(requirement),
      changes: changesFor(requirement),
      staysOn: whyOn(requirement),
      approved: { headNurse: approvedAs('headNurse'), doctor: approvedAs('doctor') },
    };
  });

type Reading = { readonly viewer: Viewer; readonly on: Day };

/** The exceptions line by line, of the cases whose plan the viewer reads; the reason of each as far as its category. */
export async function tellOverrides(
  { store }: ApiPorts,
  overrides: readonly Override[],
  { viewer, on }: Reading,
): Promise<ToldOverride[]> {
  const entries = await store.board.cardsOf(viewer.org, [...new Set(overrides.map(({ caseId }) => caseId))]);
  const cases = new Map(
    entries.flatMap(({ card, access }) => {
      const seen = readsOverridesOf(viewer, access) ? showCard(card, access, viewer, on) : null;
      return seen ? [[card.id, { no: seen.no, rights: categoryRights(viewer, access) }] as const] : [];
    }),
  );
  const told = overrides.filter(({ caseId }) => cases.has(caseId)).slice(0, MOST_OVERRIDES);
  const grants = told.flatMap(override => override.grants.map(({ seq }) => ({ caseId: override.caseId, seq })));
  const [texts, names] = await Promise.all([
    grants.length > 0 ? store.board.textsOf(grants) : [],
    store.people.namesOf([...new Set(told.flatMap(override => override.grants.map(({ person }) => person)))]),
  ]);
  const written = new Map(texts.map(({ caseId, seq, body }) => [`${caseId} ${seq}`, body]));
  return told.flatMap(({ caseId, requirement, stage, ground, at, version, isWhole, grants: given }) => {
    const seen = cases.get(caseId);
    if (!seen) return [];
    const reader = { viewer, rights: seen.rights, facts: { lead: viewer.org } };
    const about = { type: 'requirement.waived', body: { requirementId: requirement } };
    const reasonOf = (seq: number) => fieldsFor(written.get(`${caseId} ${seq}`) ?? {}, about, reader).reason ?? null;
    const said = given.map(grant => ({
      by: names[grant.person] ?? null,
      as: grant.as,
      on: tokyoDay(grant.at),
      reason: reasonOf(grant.seq),
    }));
    return { caseId, no: seen.no, requirement, stage, ground, on: tokyoDay(at), version, isWhole, grants: said };
  });
}
