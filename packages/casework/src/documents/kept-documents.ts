import type { CaseEvent } from '@kaerimichi/discharge';
import { correctionsIn, outlineOf, outsideChart } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from '../casework.ts';
import { parseEventBytes } from '../event-bytes.ts';

const types = ['document.drafted', 'document.approved', 'document.issued', 'document.withdrawn'];

/** Who did a step, and when. */
type Step = { readonly at: string; readonly person: string };

/** A version of a paper that is kept as it was made, with all that was done with it. */
export type KeptVersion = {
  readonly id: string;
  /** Kind of document. */
  readonly kind: string;
  /** Of its kind, counted from 1. */
  readonly nth: number;
  readonly state: 'draft' | 'approved' | 'inForce' | 'replaced' | 'withdrawn';
  readonly byDoctor: boolean;
  readonly mayFamily: boolean;
  readonly toFamily: boolean;
  /** Newest entry of the case that it was composed from. */
  readonly basis: number;
  /** SHA-256 of what stands on it, in hexadecimal. */
  readonly content: string;
  readonly made: Step;
  readonly approved: Step | null;
  readonly issued: Step | null;
  /** When it was replaced or withdrawn. */
  readonly ended: Step | null;
  /** Of the entry that made it. */
  readonly recordId: string | null;
};

type Building = { -readonly [Part in keyof KeptVersion]: KeptVersion[Part] };

/** Every version that was made of papers of a case, oldest first; what was taken back as an entry never was. */
export async function readKeptVersions(
  { store }: Pick<CaseworkPorts, 'store'>,
  caseId: string,
): Promise<KeptVersion[]> {
  const rows = await store.listEventsOf(caseId, [...types, ...outsideChart]);
  const all = rows.map(({ payload }) => parseEventBytes(payload));
  const { taken } = correctionsIn(all.map(event => outlineOf({ event })));
  const versions: Building[] = [];
  for (const event of all) if (types.includes(event.type) && !taken.has(event.seq)) take(versions, event);
  return versions;
}

const stepOf = ({ at, by }: CaseEvent): Step => ({ at, person: by.person });
const isOpen = ({ state }: KeptVersion) => state === 'draft' || state === 'approved';

function take(versions: Building[], event: CaseEvent): void {
  const { documentId, toFamily } = event.body;
  const step = stepOf(event);
  if (event.type === 'document.drafted') {
    const made = madeBy(event, versions);
    end(
      versions.filter(one => one.kind === made.kind && isOpen(one)),
      'replaced',
      step,
    );
    versions.push(made);
    return;
  }
  const version = versions.find(({ id }) => id === documentId);
  if (!version) return;
  if (event.type === 'document.approved') Object.assign(version, { state: 'approved', approved: step });
  if (event.type === 'document.withdrawn') end([version], 'withdrawn', step);
  if (event.type !== 'document.issued') return;
  end(
    versions.filter(one => one !== version && one.kind === version.kind && one.state === 'inForce'),
    'replaced',
    step,
  );
  Object.assign(version, { state: 'inForce', issued: version.issued ?? step, toFamily: toFamily === true });
}

function end(versions: readonly Building[], state: 'replaced' | 'withdrawn', step: Step): void {
  for (const version of versions) Object.assign(version, { state, ended: step, toFamily: false });
}

function madeBy(event: CaseEvent, before: readonly KeptVersion[]): Building {
  const { documentId, paper, byDoctor, mayFamily, basis, content } = event.body;
  return {
    id: String(documentId),
    kind: String(paper),
    nth: before.filter(({ kind }) => kind === paper).length + 1,
    state: 'draft',
    byDoctor: byDoctor === true,
    mayFamily: mayFamily === true,
    toFamily: false,
    basis: Number(basis),
    content: String(content),
    made: stepOf(event),
    approved: null,
    issued: null,
    ended: null,
    recordId: event.record?.id ?? null,
  };
}

/** What stands on versions, as text that is kept, by id; of a record that was destroyed nothing. */
export async function readWholes(
  { store }: Pick<CaseworkPorts, 'store'>,
  caseId: string,
  versions: readonly KeptVersion[],
): Promise<ReadonlyMap<string, string>> {
  const ids = versions.flatMap(({ recordId }) => recordId ?? []);
  const records = ids.length > 0 ? await store.listRecords(caseId, ids) : [];
  const bodies = new Map(records.map(({ id, body }) => [id, body as Record<string, string> | null]));
  return new Map(
    versions.flatMap(({ id, recordId }) => {
      const whole = bodies.get(recordId ?? '')?.whole;
      return whole === undefined ? [] : [[id, whole] as const];
    }),
  );
}
