import { cardAccess, projectCard, type Viewer } from '@kaerimichi/access';
import type { Act, HandoffSeen } from '@kaerimichi/casework';
import { type HandoffRow, type HandoffView, handoffEndpoints, type ReviewCounts } from '@kaerimichi/contracts';
import { handoffSectionIds, type Language, replyDueOn, sideToMove, tokyoDay } from '@kaerimichi/discharge';
import type { CaseHandoffs } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { suggesting } from './suggestions.ts';

/** Handoffs of a case as its two ends read them, and those of an organisation in two boxes. */
export function handoffImplementations(ports: ApiPorts) {
  return [listing(ports), proposing(ports), reading(ports), suggesting(ports)];
}

type Names = Readonly<Record<string, string>>;

const reading = (ports: ApiPorts) =>
  implement(ports, handoffEndpoints.ofCase, async ({ who, params, meta }) => {
    const seen = await ports.casework.handoffs(who, params.id, meta);
    if (!seen.ok) return seen;
    const { version, no, lead, mayCompose, handoffs } = seen.answer;
    const acts = handoffs.flatMap(actsIn);
    const heard = handoffs.flatMap(({ paper }) => paper.flatMap(({ heardBy }) => heardBy ?? []));
    const people = await ports.store.people.namesOf([...new Set([...acts.map(({ person }) => person), ...heard])]);
    const orgIds = [lead, ...acts.map(({ org }) => org), ...handoffs.flatMap(({ org }) => org ?? [])];
    const orgs = await ports.store.organisations.namesOf([...new Set(orgIds)]);
    const shown = handoffs.map(handoff => toView(handoff, { people, orgs, language: meta.language }));
    return { ok: true, answer: { version, no, lead: named(lead, orgs), mayCompose, handoffs: shown } };
  });

const named = (id: string, orgs: Names) => ({ id, name: orgs[id] ?? id });

/** Everybody who did something about a handoff. */
const actsIn = ({ clock }: HandoffSeen): readonly Act[] => clock;

type Telling = { readonly people: Names; readonly orgs: Names; readonly language: Language };

function toView(handoff: HandoffSeen, { people, orgs, language }: Telling): HandoffView {
  const actOf = ({ at, person, org }: Act) => ({ at, name: people[person] ?? null, org: orgs[org] ?? null });
  const { org, sections, clock, can, saidBack, review, paper, ...rest } = handoff;
  return {
    ...rest,
    org: org === null ? null : named(org, orgs),
    sections: sections.map(({ isShared, confirmed, questions, ...section }) => ({
      ...section,
      shared: isShared,
      confirmed: confirmed && actOf(confirmed),
      questions: questions.map(({ by, answer, ...question }) => ({
        ...question,
        by: actOf(by),
        answer: answer && { text: answer.text, by: actOf(answer.by) },
      })),
    })),
    saidBack: saidBack.map(({ question, by, ...said }) => ({
      ...said,
      question: question[language],
      by: by && actOf(by),
    })),
    review: review && {
      ...review,
      differed: [...review.differed],
      by: actOf(review.by),
      reply: review.reply && { text: review.reply.text, by: actOf(review.reply.by) },
    },
    paper: paper.map(({ heardBy, ...said }) => ({ ...said, heardBy: heardBy && (people[heardBy] ?? null) })),
    clock: clock.map(({ step, ...act }) => ({ ...actOf(act), step })),
    can: [...can],
  };
}

const proposing = (ports: ApiPorts) =>
  implement(ports, handoffEndpoints.proposal, async ({ who, params, meta }) => {
    const proposed = await ports.casework.handoffProposal(who, params.id, meta);
    if (!proposed.ok) return proposed;
    const { language } = meta;
    const sections = proposed.answer.map(({ id, text, sources, isOld }) => ({
      id,
      text: text[language],
      sources: sources.map(({ seq, label, on }) => ({ seq, label: label[language], on })),
      old: isOld,
    }));
    return { ok: true, answer: { sections } };
  });

const listing = (ports: ApiPorts) =>
  implement(ports, handoffEndpoints.list, async ({ who, query }) => {
    const { viewer } = who;
    const { cases, more } = await ports.store.board.handoffsOf(viewer.org, query.box);
    const found = cases.flatMap(one => boxed(one, query.box, viewer.org));
    const cards = await planCards(ports, viewer, [...new Set(found.map(({ caseId }) => caseId))]);
    const orgs = await ports.store.organisations.namesOf([...new Set(found.flatMap(({ other }) => other ?? []))]);
    const rows = found.flatMap(({ other, ...row }): HandoffRow[] => {
      const card = cards.get(row.caseId);
      return card ? [{ ...row, card, with: other === null ? null : named(other, orgs) }] : [];
    });
    const reviews = query.box === 'out' ? reviewsOf(cases.filter(({ caseId }) => cards.has(caseId))) : null;
    const handoffs = rows.sort(byTurn(query.box === 'in' ? 'receiver' : 'sender'));
    return { ok: true, answer: { handoffs, more, reviews } };
  });

/** Three answers of every receiver, counted over the cases whose plan this viewer sees; null: none has come. */
function reviewsOf(cases: readonly CaseHandoffs[]): ReviewCounts | null {
  const reviews = cases.flatMap(({ handoffs }) => handoffs.flatMap(({ review }) => review ?? []));
  if (reviews.length === 0) return null;
  const count = (how: keyof ReviewCounts['informed']) => reviews.filter(({ informed }) => informed === how).length;
  const differed = handoffSectionIds
    .map(section => ({ section, n: reviews.filter(one => one.differed?.includes(section)).length }))
    .filter(({ n }) => n > 0);
  return {
    informed: {
      informedWell: count('informedWell'),
      informedPartly: count('informedPartly'),
      informedPoorly: count('informedPoorly'),
    },
    differed: differed.sort((a, b) => b.n - a.n),
  };
}

/** What is one's own turn first, then what waits longest. */
const byTurn = (own: string) => (a: HandoffRow, b: HandoffRow) =>
  rank(a, own) - rank(b, own) || (a.turnedOn ?? '').localeCompare(b.turnedOn ?? '');
const rank = ({ turn }: HandoffRow, own: string): number => (turn === own ? 0 : turn ? 1 : 2);

/** The handoffs of one case that belong into a box of an organisation: a draft is its sender's alone. */
function boxed({ caseId, lead, handoffs }: CaseHandoffs, box: 'in' | 'out', org: string) {
  const isMine = (handoff: CaseHandoffs['handoffs'][number]) =>
    box === 'out' ? lead === org : lead !== org && handoff.org === org && handoff.sentSeq !== undefined;
  return handoffs.filter(isMine).map(({ id, org: to, status, sentOn, confirmed, questions, ...handoff }) => {
    const turn = sideToMove(status);
    const turnedOn = latestOf(sentOn, handoff.turnedOn);
    return {
      caseId,
      id,
      other: box === 'in' ? lead : (to ?? null),
      status,
      turn,
      sentOn: sentOn ?? null,
      turnedOn,
      replyDueOn: turn && turnedOn && status !== 'draft' ? replyDueOn(turnedOn) : null,
      confirmed: confirmed.length,
      openQuestions: questions.filter(({ answered }) => !answered).length,
    };
  });
}

const latestOf = (...days: readonly (string | undefined)[]): string | null =>
  days
    .flatMap(day => day ?? [])
    .sort()
    .at(-1) ?? null;

/** Cards of the cases whose plan this viewer sees: to nobody else a handoff is told. */
async function planCards({ store, clock }: ApiPorts, viewer: Viewer, caseIds: readonly string[]) {
  const entries = await store.board.cardsOf(viewer.org, caseIds);
  const on = tokyoDay(clock.now());
  return new Map(
    entries.flatMap(({ card, access }) => {
      const own = cardAccess(access, viewer);
      return own?.categories.includes('plan')
        ? [[card.id, projectCard(card, own, { on, org: viewer.org })] as const]
        : [];
    }),
  );
}
