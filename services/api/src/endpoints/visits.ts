import { cardAccess, maySend, projectCard, seesBoard, type Viewer } from '@kaerimichi/access';
import { type CarriedCard, type VisitAhead, visitEndpoints } from '@kaerimichi/contracts';
import { addDays, tokyoDay, type VisitArea } from '@kaerimichi/discharge';
import type { Line, Paper } from '@kaerimichi/documents';
import type { CaseVisits } from '@kaerimichi/store';
import { knownOf } from '../documents/known-of.ts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** きょうの訪問, and the carry card that goes along. */
export const visitImplementations = (ports: ApiPorts) => [listing(ports), carrying(ports)];

/** What a telephone carries for today and tomorrow (experience.md §5.12). */
const MOST_VISITS = 20;

const listing = (ports: ApiPorts) =>
  implement(ports, visitEndpoints.list, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const on = tokyoDay(ports.clock.now());
    const cases = await ports.store.board.visitsOf(viewer.org);
    const ahead = cases.flatMap(one => aheadIn(one, { org: viewer.org, last: addDays(on, 1) }));
    const cards = await visitedCards(ports, viewer, [...new Set(ahead.map(({ caseId }) => caseId))]);
    const visits = ahead.flatMap((visit): VisitAhead[] => {
      const card = cards.get(visit.caseId);
      return card ? [{ ...visit, card }] : [];
    });
    const sorted = visits.sort((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''));
    return { ok: true, answer: { on, visits: sorted.slice(0, MOST_VISITS), more: sorted.length > MOST_VISITS } };
  });

type Visit = CaseVisits['visits'][number];

/** Whether the nurse of a side is at a visit at all. */
const isAt = ({ kind, accompanied }: Visit, side: 'hospital' | 'station'): boolean =>
  accompanied || (kind === 'postDischarge') === (side === 'hospital');

function aheadIn({ caseId, lead, visits }: CaseVisits, { org, last }: { org: string; last: string }) {
  const side = lead === org ? ('hospital' as const) : ('station' as const);
  return visits
    .filter(visit => isAt(visit, side) && isOpen(visit, side) && isNear(visit, last))
    .map(({ id, kind, plannedOn, accompanied, recordedBy, signedBy, openDifferences, ...visit }) => ({
      ...{ caseId, visitId: id, kind, accompanied, side, recordedBy, signedBy, openDifferences },
      plannedOn: plannedOn ?? null,
      nth: kind === 'postDischarge' ? (visit.nth ?? 1) : null,
      differing: visit.differing ?? [],
      isTwice: isTwice(visit, side),
      missing: visit.missing?.length ?? 0,
    }));
}

const isTwice = ({ versions = [] }: Pick<Visit, 'versions'>, side: string): boolean =>
  versions.filter(one => one.side === side).length > 1;

const isOpen = (visit: Visit, side: 'hospital' | 'station'): boolean =>
  !visit.signedBy.includes(side) ||
  visit.openDifferences > 0 ||
  isTwice(visit, side) ||
  (side === 'hospital' && (visit.missing?.length ?? 0) > 0);

/** Regular visits of other days are the station's own calendar. */
const isNear = ({ kind, plannedOn, recordedBy }: Visit, last: string): boolean =>
  kind !== 'regular' || recordedBy.length > 0 || plannedOn === undefined || plannedOn <= last;

/** Cards of cases in which this viewer records visits and sees the plan: of no other case a visit is told. */
async function visitedCards({ store, clock }: ApiPorts, viewer: Viewer, caseIds: readonly string[]) {
  const entries = await store.board.cardsOf(viewer.org, caseIds);
  const on = tokyoDay(clock.now());
  return new Map(
    entries.flatMap(({ card, access }) => {
      const own = cardAccess(access, viewer);
      const isTold = own?.categories.includes('plan') && maySend(viewer, access, 'visit.recorded');
      return own && isTold ? [[card.id, projectCard(card, own, { on, org: viewer.org })] as const] : [];
    }),
  );
}

const carrying = (ports: ApiPorts) =>
  implement(ports, visitEndpoints.card, async ({ who, params, meta }) => {
    const { templates, readTypes, composeDocument } = await import('@kaerimichi/documents');
    const template = templates.find(({ id }) => id === 'carryCard');
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, meta });
    if (!seen.ok) return seen;
    if (!template || !seen.answer.offers(template)) return { ok: false, refusal: { code: 'not-permitted' } };
    const known = await knownOf(ports, seen.answer);
    const { paper, withheld } = composeDocument(template, known);
    const { no, version } = known;
    return {
      ok: true,
      answer: { no, version, at: ports.clock.now(), sections: sectionsOf(paper), withheld: [...withheld] },
    };
  });

/** Places of the card that say how it was at discharge, by what a visit looks at. */
const areaOf: Readonly<Record<string, VisitArea>> = {
  いつもの状態: 'generalState',
  '呼吸・吸引': 'breathingCirculation',
  栄養: 'feedingElimination',
  '薬・アレルギー': 'feedingElimination',
  機器: 'devicesSupplies',
  機器の設定: 'devicesSupplies',
  受け持ち: 'familyHome',
};

function sectionsOf({ blocks }: Paper): CarriedCard['sections'] {
  return blocks.flatMap(block => {
    if (block.kind === 'rows')
      return [
        {
          title: block.title,
          rows: block.rows.flat().map(({ label, lines, isRecorded }) => ({
            label,
            text: lines.map(textOf).join('\n'),
            recorded: isRecorded,
            area: areaOf[label.trim()] ?? null,
          })),
        },
      ];
    if (block.kind !== 'table') return [];
    const rows = block.rows.map(([first = [], ...rest]) => {
      const text = rest.map(textOf).join(' / ');
      return { label: textOf(first), text, recorded: text !== '', area: null };
    });
    return [{ title: block.title, rows }];
  });
}

/** A line of a paper in words: of boxes and rings those that are chosen. */
const textOf = (line: Line): string =>
  line.flatMap(part => (typeof part === 'string' ? [part] : part.isChosen ? [part.label] : [])).join('');
