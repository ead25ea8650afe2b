import type { CaseView, HistoryEvent } from '@kaerimichi/contracts';
import type { VisitArea, VisitSide } from '@kaerimichi/discharge';

/** A visit as the case tells it. */
export type VisitFact = {
  readonly id: string;
  readonly kind: 'first' | 'postDischarge' | 'regular';
  readonly plannedOn?: string;
  readonly accompanied: boolean;
  readonly recordedBy: readonly VisitSide[];
  readonly signedBy: readonly VisitSide[];
  readonly openDifferences: number;
  readonly differing?: readonly VisitArea[];
  readonly versions?: readonly { readonly side: VisitSide; readonly seq: number }[];
  readonly missing?: readonly { readonly section: string; readonly seq: number }[];
  readonly nth?: number;
};

export function visitOf({ facts }: CaseView, visitId: string): VisitFact | undefined {
  const visits = facts.plan?.visits;
  return Array.isArray(visits) ? visits.find((visit: VisitFact) => visit.id === visitId) : undefined;
}

/** Whoever belongs to the lead speaks for the hospital. */
export const sideOf = ({ card }: CaseView, org: string): VisitSide => (card.lead === org ? 'hospital' : 'station');

export type SeenArea = { readonly id: VisitArea; readonly areaState: string; readonly found?: string };

/** One record of a visit. */
export type VisitRecord = {
  readonly seq: number;
  readonly side: VisitSide;
  readonly at: string | null;
  readonly by: HistoryEvent['by'];
  readonly areas: readonly SeenArea[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
};

/** Every record of a visit that is told, oldest first; one that was taken back is none. */
export const recordsOf = (events: readonly HistoryEvent[], visitId: string): VisitRecord[] =>
  events
    .filter(({ type, body, corrected }) => type === 'visit.recorded' && body?.visitId === visitId && !corrected)
    .map(({ seq, at, by, body, texts }) => ({
      ...{ seq, at, by },
      side: body?.side === 'hospital' ? ('hospital' as const) : ('station' as const),
      areas: Array.isArray(body?.areas) ? (body.areas as SeenArea[]) : [],
      values: body ?? {},
      texts: texts ?? {},
    }))
    .sort((a, b) => a.seq - b.seq);

/** The newest record of one side; those that stand beside it are told apart. */
export const newestOf = (records: readonly VisitRecord[], side: VisitSide): VisitRecord | undefined =>
  records.findLast(record => record.side === side);
