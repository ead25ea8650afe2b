import { type VisitArea, type VisitSide, visitAreas } from '@kaerimichi/discharge';
import type { EventBody } from '../../api/send-event.ts';
import { parseTime } from '../../parts/parse-time.ts';
import { parseWhole } from '../../parts/parse-whole.ts';

export const vitals = ['spo2', 'breathsPerMinute', 'pulsePerMinute', 'temperatureTenths'] as const;
export type Vital = (typeof vitals)[number];

export type AreaState = 'asAtDischarge' | 'carriedOver' | 'notAsAtDischarge' | 'notSeen';

/** What was typed of a visit, as it was typed. */
export type VisitDraft = {
  /** The record of one's own side that was there when this one was begun; 0: none. */
  readonly base: number;
  readonly step: number;
  readonly arrivedAt: string;
  readonly leftAt: string;
  readonly present: string;
  readonly vitals: Readonly<Record<Vital, string>>;
  readonly areas: Readonly<Record<VisitArea, { readonly state: AreaState | ''; readonly found: string }>>;
  readonly findings: string;
  readonly missing: readonly string[];
  readonly missingNote: string;
  readonly questions: string;
  readonly next: string;
};

const noAreas = Object.fromEntries(visitAreas.map(area => [area, { state: '', found: '' }])) as VisitDraft['areas'];

export const emptyDraft = (base: number): VisitDraft => ({
  ...{ base, step: 0, arrivedAt: '', leftAt: '', present: '' },
  vitals: { spo2: '', breathsPerMinute: '', pulsePerMinute: '', temperatureTenths: '' },
  areas: noAreas,
  ...{ findings: '', missing: [], missingNote: '', questions: '', next: '' },
});

/** What was kept of a draft, as far as it is one. */
export const readDraft = (kept: unknown): VisitDraft | null =>
  typeof kept === 'object' && kept !== null && 'base' in kept && 'areas' in kept && 'vitals' in kept
    ? { ...emptyDraft(0), ...(kept as VisitDraft) }
    : null;

/** Figures between which a value is plausible: what lies beyond them is a slip of the thumb, and the server refuses it. */
const bounds: Readonly<Record<Vital, readonly [number, number]>> = {
  spo2: [0, 100],
  breathsPerMinute: [0, 150],
  pulsePerMinute: [0, 300],
  temperatureTenths: [250, 450],
};

/** The figure that was typed; undefined: none, null: it cannot be read. Of a temperature tenths of a degree. */
export function vitalOf(vital: Vital, typed: string): number | null | undefined {
  if (typed.trim() === '') return undefined;
  const value = vital === 'temperatureTenths' ? tenthsOf(typed) : parseWhole(typed);
  const [least, most] = bounds[vital];
  return value !== null && value >= least && value <= most ? value : null;
}

function tenthsOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(',', '.').trim();
  return /^\d{2}(\.\d)?$/.test(plain) ? Math.round(Number(plain) * 10) : null;
}

export type DraftFault = { readonly step: number; readonly field: string };

/** What keeps a draft from being sent as a record: in which step, and where. */
export function draftFaults(draft: VisitDraft): DraftFault[] {
  const unread = (typed: string) => typed.trim() !== '' && parseTime(typed) === null;
  return [
    ...(unread(draft.arrivedAt) ? [{ step: 0, field: 'arrivedAt' }] : []),
    ...vitals.filter(vital => vitalOf(vital, draft.vitals[vital]) === null).map(field => ({ step: 2, field })),
    ...visitAreas.flatMap((area, at) =>
      draft.areas[area].state === 'notAsAtDischarge' && draft.areas[area].found.trim() === ''
        ? [{ step: at + 1, field: area }]
        : [],
    ),
    ...(draft.missing.length > 0 && draft.missingNote.trim() === '' ? [{ step: 6, field: 'missingNote' }] : []),
    ...(draft.findings.trim() === '' ? [{ step: 6, field: 'findings' }] : []),
    ...(unread(draft.leftAt) ? [{ step: 6, field: 'leftAt' }] : []),
  ];
}

/** The record as it is sent; parts that nobody looked at are left out. */
export function toRecord(draft: VisitDraft, about: { readonly visitId: string; readonly side: VisitSide }): EventBody {
  const areas = visitAreas.flatMap(id => {
    const { state, found } = draft.areas[id];
    const said = found.trim() === '' ? {} : { found: oneLine(found) };
    return state === '' ? [] : [{ id, areaState: state, ...said }];
  });
  const measured = vitals.flatMap(vital => {
    const value = vitalOf(vital, draft.vitals[vital]);
    return typeof value === 'number' ? [[vital, value] as const] : [];
  });
  const times = (['arrivedAt', 'leftAt'] as const).flatMap(name => {
    const time = parseTime(draft[name]);
    return time ? [[name, time] as const] : [];
  });
  const texts = (['present', 'findings', 'missingNote', 'questions', 'next'] as const).flatMap(name =>
    draft[name].trim() === '' ? [] : [[name, draft[name]] as const],
  );
  return {
    type: 'visit.recorded',
    ...about,
    base: draft.base,
    differences: areas.filter(({ areaState }) => areaState === 'notAsAtDischarge').length,
    ...(areas.length > 0 ? { areas } : {}),
    ...(draft.missing.length > 0 ? { missing: [...draft.missing] } : {}),
    ...Object.fromEntries([...measured, ...times, ...texts]),
  };
}

/** The words of one part stand on one line. */
const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' / ');
