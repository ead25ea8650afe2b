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
      return { ok: true, answer: { merges: await toViews(ports, viewer, seen) } };
    }),
    implement(ports, mergeEndpoints.get, async ({ who: { viewer }, params }) => {
      const merge = await store.merges.find(params.id);
      if (!merge || !readsMerges(viewer) || !seesMerge(viewer, standingOf(merge))) return notFound;
      const [view] = await toViews(ports, viewer, [merge]);
      return view ? { ok: true, answer: view } : notFound;
    }),
  ];
}

export const standingOf = ({ state, cases: [a, b], proposed }: MergeProposal): MergeStanding => ({
  state,
  leads: [a.lead, b.lead],
  proposed,
});

/** What is asked of the store is asked once, of however many there are. */
async function toViews(ports: ApiPorts, viewer: Viewer, merges: readonly MergeProposal[]): Promise<MergeView[]> {
  const { store } = ports;
  const cases = merges.flatMap(merge => merge.cases);
  const proposals = merges.flatMap(({ proposed }) => proposed ?? []);
  const [orgs, people, cards] = await Promise.all([
    store.organisations.namesOf(unique([...cases.map(({ lead }) => lead), ...proposals.map(({ org }) => org)])),
    store.people.namesOf(unique(proposals.map(({ person }) => person))),
    cardsOf(ports, viewer, unique(cases.map(({ id }) => id))),
  ]);
  return merges.map(merge => toView(viewer, merge, { orgs, people, cards }));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

type Known = {
  readonly orgs: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly cards: Awaited<ReturnType<typeof cardsOf>>;
};

function toView(viewer: Viewer, merge: MergeProposal, { orgs, people, cards }: Known): MergeView {
  const { id, state, foundAt, survivor, reason, decidedAt, cases, proposed } = merge;
  const named = (org: string) => ({ id: org, name: orgs[org] ?? org });
  const sideOf = ({ id: caseId, no, lead }: MergeProposal['cases'][number]) => ({
    ...{ id: caseId, no, lead: named(lead) },
    card: cards.get(caseId) ?? null,
  });
  const agreement = compareChildren(...cases);
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
