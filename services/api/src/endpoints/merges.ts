import {
  agreementTold,
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
import { type MergeRow, type MergeView, mergeEndpoints } from '@kaerimichi/contracts';
import { compareChildren, comparedFields, tokyoDay } from '@kaerimichi/discharge';
import type { MergePair, MergeProposal, MergeRound } from '@kaerimichi/store';
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
      return { ok: true, answer: toView(viewer, merge, await knownOf(ports, viewer, merge)) };
    }),
  ];
}

const listing = (ports: ApiPorts, noted: Looks) =>
  implement(ports, mergeEndpoints.list, async asked => {
    const { who, query, meta } = asked;
    const { viewer } = who;
    if (!readsMerges(viewer)) return forbidden;
    const { pairs, next } = await ports.store.merges.list({
      box: query.decided ? 'decided' : 'open',
      lead: coordinatesMerges(viewer) ? null : viewer.org,
      before: query.before,
    });
    const seen = pairs.filter(pair => seesMerge(viewer, standingOf(pair)));
    if (noted.isNew(asked, 'merges')) note(ports, viewer, { action: 'read', what: 'merges', meta });
    return { ok: true, answer: { merges: seen.map(pair => toRow(viewer, pair)), next } };
  });

export const standingOf = ({ isLatest, isMerged, ...pair }: MergePair): MergeStanding => ({
  ...{ state: pair.state, leads: [pair.cases[0].lead, pair.cases[1].lead], proposed: pair.proposed },
  ...{ isOpenAnew: isLatest && !isMerged, hasClosed: pair.hasClosed },
});

/** Without what anybody said or who: that is read pair by pair, and noted for its cases. */
function toRow(viewer: Viewer, pair: MergePair): MergeRow {
  const { id, state, foundAt, decidedAt, cases } = pair;
  const agreement = agreementFor(viewer, pair);
  const [one, other] = cases;
  return {
    ...{ id, state, foundAt, decidedAt },
    sides: [
      { id: one.id, no: one.no },
      { id: other.id, no: other.no },
    ],
    agreeing: agreement ? comparedFields.filter(field => agreement[field] === 'same') : [],
    can: mergeActs(viewer, standingOf(pair)),
  };
}

function agreementFor(viewer: Viewer, pair: MergePair): MergePair['agreement'] {
  const told = agreementTold(viewer, pair);
  if (told === 'now') return compareChildren(...pair.cases);
  return told && pair.agreement;
}

/** The cases in whose logs it stands who looked at a proposal or decided: none while the leads are told nothing. */
export const toldCases = (merge: MergeProposal): string[] =>
  isToldToLeads(merge) ? merge.cases.map(({ id }) => id) : [];

async function knownOf(ports: ApiPorts, viewer: Viewer, merge: MergeProposal): Promise<Known> {
  const { store } = ports;
  const { cases } = merge;
  const steps = [merge, ...merge.earlier].flatMap(({ proposed, decided }) => [proposed ?? [], decided ?? []].flat());
  const [orgs, people, cards] = await Promise.all([
    store.organisations.namesOf(unique([...cases.map(({ lead }) => lead), ...steps.map(({ org }) => org)])),
    store.people.namesOf(unique(steps.map(({ person }) => person))),
    cardsOf(
      ports,
      viewer,
      cases.map(({ id }) => id),
    ),
  ]);
  return { orgs, people, cards };
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
  const agreement = agreementFor(viewer, merge);
  return {
    ...toRound(merge, known),
    earlier: earlier.map(round => toRound(round, known)),
    sides: [sideOf(cases[0]), sideOf(cases[1])],
    agreement: agreement ? comparedFields.map(field => ({ field, how: agreement[field] })) : [],
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
