import {
  cardAccess,
  coordinatesMerges,
  isToldToLeads,
  type MergeStanding,
  mergeActs,
  projectCard,
  readsMerges,
  seesMerge,
  type Viewer,
} from '@kaerimichi/access';
import { type MergeView, mergeEndpoints } from '@kaerimichi/contracts';
import { compareChildren, comparedFields, tokyoDay } from '@kaerimichi/discharge';
import type { MergeProposal, MergeRound } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { type Looks, looks } from '../looks.ts';
import { note } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Cases that may be one child. Whoever is not told of a pair gets the 404 of one that does not exist. */
export function mergeImplementations(ports: ApiPorts) {
  const { store } = ports;
  return [
    listing(ports, looks()),
    implement(ports, mergeEndpoints.get, async ({ who: { viewer }, params, meta }) => {
      const merge = await store.merges.find(params.id);
      if (!merge || !readsMerges(viewer) || !seesMerge(viewer, standingOf(merge))) return notFound;
      note(ports, viewer, { action: 'read', what: `merge ${merge.id}`, cases: toldCases(merge), meta });
      const [view] = await toViews(ports, viewer, [merge]);
      return view ? { ok: true, answer: view } : notFound;
    }),
  ];
}

const listing = (ports: ApiPorts, noted: Looks) =>
  implement(ports, mergeEndpoints.list, async asked => {
    const { who, query, meta } = asked;
    const { viewer } = who;
    if (!readsMerges(viewer)) return forbidden;
    const states = query.decided ? (['rejected', 'merged'] as const) : (['found', 'proposed'] as const);
    const listed = await ports.store.merges.list(states, coordinatesMerges(viewer) ? null : viewer.org);
    const seen = listed.filter(merge => seesMerge(viewer, standingOf(merge)));
    if (noted.isNew(asked, 'merges')) note(ports, viewer, { action: 'read', what: 'merges', meta });
    return { ok: true, answer: { merges: await toViews(ports, viewer, seen) } };
  });

export const standingOf = ({ state, cases: [a, b], proposed, isLatest, isMerged }: MergeProposal): MergeStanding => ({
  ...{ state, leads: [a.lead, b.lead], proposed },
  isOpenAnew: isLatest && !isMerged,
});

/** The cases in whose logs it stands who looked at a proposal or decided: none while the leads are told nothing. */
export const toldCases = (merge: MergeProposal): string[] =>
  isToldToLeads(merge) ? merge.cases.map(({ id }) => id) : [];

/** What is asked of the store is asked once, of however many there are. */
async function toViews(ports: ApiPorts, viewer: Viewer, merges: readonly MergeProposal[]): Promise<MergeView[]> {
  const { store } = ports;
  const cases = merges.flatMap(merge => merge.cases);
  const rounds = merges.flatMap(merge => [merge, ...merge.earlier]);
  const steps = rounds.flatMap(({ proposed, decided }) => [proposed ?? [], decided ?? []].flat());
  const [orgs, people, cards] = await Promise.all([
    store.organisations.namesOf(unique([...cases.map(({ lead }) => lead), ...steps.map(({ org }) => org)])),
    store.people.namesOf(unique(steps.map(({ person }) => person))),
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

const namedIn = (orgs: Known['orgs'], org: string) => ({ id: org, name: orgs[org] ?? org });

function toRound(round: MergeRound, { orgs, people }: Known): MergeView['earlier'][number] {
  const { id, state, foundAt, survivor, reason, proposed, decided } = round;
  const byWhom = ({ at, person, org }: { at: string; person: string; org: string }) => ({
    ...{ at, name: people[person] ?? null, org: namedIn(orgs, org) },
  });
  return {
    ...{ id, state, foundAt, survivor, reason },
    proposed: proposed && { ...byWhom(proposed), role: proposed.role },
    decided: decided && { ...byWhom(decided), reason: decided.reason },
  };
}

function toView(viewer: Viewer, merge: MergeProposal, known: Known): MergeView {
  const { cases, earlier } = merge;
  const sideOf = ({ id: caseId, no, lead }: MergeProposal['cases'][number]) => ({
    ...{ id: caseId, no, lead: namedIn(known.orgs, lead) },
    card: known.cards.get(caseId) ?? null,
  });
  const agreement = compareChildren(...cases);
  return {
    ...toRound(merge, known),
    earlier: earlier.map(round => toRound(round, known)),
    sides: [sideOf(cases[0]), sideOf(cases[1])],
    agreement: comparedFields.map(field => ({ field, how: agreement[field] })),
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
