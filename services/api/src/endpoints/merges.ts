import {
  cardAccess,
  coordinatesMerges,
  type MergeStanding,
  mergeActs,
  projectCard,
  readsMerges,
  seesMerge,
  type Viewer,
} from '@kaerimichi/access';
import { type MergeView, mergeEndpoints } from '@kaerimichi/contracts';
import { compareChildren, comparedFields, tokyoDay } from '@kaerimichi/discharge';
import type { MergeProposal } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Cases that may be one child. Whoever is not told of a pair gets the 404 of one that does not exist. */
export function mergeImplementations(ports: ApiPorts) {
  const { store } = ports;
  return [
    implement(ports, mergeEndpoints.list, async ({ who: { viewer } }) => {
      if (!readsMerges(viewer)) return forbidden;
      const listed = coordinatesMerges(viewer)
        ? await store.merges.list(['found', 'proposed'], null)
        : await store.merges.list(['proposed'], viewer.org);
      const seen = listed.filter(merge => seesMerge(viewer, standingOf(merge)));
      return { ok: true, answer: { merges: await Promise.all(seen.map(merge => toView(ports, viewer, merge))) } };
    }),
    implement(ports, mergeEndpoints.get, async ({ who: { viewer }, params }) => {
      const merge = await store.merges.find(params.id);
      if (!merge || !readsMerges(viewer) || !seesMerge(viewer, standingOf(merge))) return notFound;
      return { ok: true, answer: await toView(ports, viewer, merge) };
    }),
  ];
}

export const standingOf = ({ state, cases: [a, b], proposed }: MergeProposal): MergeStanding => ({
  state,
  leads: [a.lead, b.lead],
  proposed,
});

async function toView(ports: ApiPorts, viewer: Viewer, merge: MergeProposal): Promise<MergeView> {
  const { store } = ports;
  const { cases, proposed } = merge;
  const { id, state, foundAt, survivor, reason, decidedAt } = merge;
  const orgs = await store.organisations.namesOf([
    ...cases.map(({ lead }) => lead),
    ...(proposed ? [proposed.org] : []),
  ]);
  const named = (org: string) => ({ id: org, name: orgs[org] ?? org });
  const cards = await cardsOf(
    ports,
    viewer,
    cases.map(one => one.id),
  );
  const sideOf = ({ id: caseId, no, lead }: MergeProposal['cases'][number]) => ({
    ...{ id: caseId, no, lead: named(lead) },
    card: cards.get(caseId) ?? null,
  });
  const agreement = compareChildren(...cases);
  const people = proposed ? await store.people.namesOf([proposed.person]) : {};
  return {
    ...{ id, state, foundAt, survivor, reason, decidedAt },
    sides: [sideOf(cases[0]), sideOf(cases[1])],
    agreement: comparedFields.map(field => ({ field, how: agreement[field] })),
    proposed: proposed && {
      ...{ at: proposed.at, role: proposed.role },
      name: people[proposed.person] ?? null,
      org: named(proposed.org),
    },
    can: mergeActs(viewer, standingOf(merge)),
  };
}

async function cardsOf({ store, clock }: ApiPorts, viewer: Viewer, ids: readonly string[]) {
  const on = tokyoDay(clock.now());
  return new Map(
    (await store.board.cardsOf(viewer.org, ids)).flatMap(({ card, access }) => {
      const own = cardAccess(access, viewer);
      return own ? [[card.id, projectCard(card, own, { on, org: viewer.org })] as const] : [];
    }),
  );
}
