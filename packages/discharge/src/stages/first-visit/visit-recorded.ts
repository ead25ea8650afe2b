import { z } from 'zod';
import { about } from '../../about.ts';
import { type CaseEvent, changeItem, defineFact, type Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { type Fault, repeatedIds, repeatedIn } from '../../faults.ts';
import { happenedOn } from '../../occurred-on.ts';
import { clockTime, itemId } from '../../vocabulary.ts';
import type { VisitArea, VisitSide } from './visit-area-list.ts';
import { missingSections, seenArea, visitSide } from './visit-areas.ts';

export const side = visitSide.describe('hospital: 同行した病院の看護師、station: 訪問看護師');

/** The lead speaks for the hospital, whoever else takes part for the station. */
export function sideObjection(facts: CaseFacts, { body, by }: CaseEvent<{ side: VisitSide }>): Objection | null {
  return (body.side === 'hospital') === (by.org === facts.lead)
    ? null
    : {
        code: 'visit.side',
        text: { ja: '記録と署名は、自分の側の分だけができます。', en: 'Each side records and signs for itself.' },
      };
}

type Visit = CaseFacts['visits'][number];

/** The records of one side that stand beside each other, oldest first; more than one: none of them saw the other. */
export const versionsOf = ({ versions = [] }: Visit, of: VisitSide) => versions.filter(one => one.side === of);

const body = {
  visitId: itemId,
  side,
  differences: z.int().min(0).max(50).describe('退院時と違ったところの数'),
  arrivedAt: clockTime.optional(),
  leftAt: clockTime.optional(),
  spo2: z.int().min(0).max(100).optional(),
  breathsPerMinute: z.int().min(0).max(150).optional(),
  pulsePerMinute: z.int().min(0).max(300).optional(),
  temperatureTenths: z.int().min(250).max(450).optional().describe('0.1℃きざみ。365は36.5℃'),
  areas: z.array(seenArea).max(5).optional().describe('どこがどうだったか'),
  missing: missingSections.optional().describe('引き継ぎに足りなかった項目'),
  base: z.int().min(0).optional().describe('書きはじめたときに見ていた、自分の側の記録の番号。なければ0'),
};

type Recorded = CaseEvent<z.infer<z.ZodObject<typeof body, z.core.$strict>>>;

const notCounted = {
  ja: '「退院時と違う」とした項目の数と合いません。',
  en: 'Not as many as the parts that are said to be otherwise.',
};

/** What was said of the parts is what is counted. */
function faults(sent: Readonly<Record<string, unknown>>): Fault[] {
  const parsed = z.array(seenArea.loose()).safeParse(sent.areas);
  const otherwise = parsed.data?.filter(({ areaState }) => areaState === 'notAsAtDischarge').length;
  return [
    ...repeatedIds(sent, 'areas'),
    ...repeatedIn(sent, 'missing'),
    ...(otherwise !== undefined && otherwise !== sent.differences ? [{ path: ['differences'], text: notCounted }] : []),
  ];
}

export const visitRecorded = defineFact('visit.recorded', {
  label: { ja: '訪問を記録する', en: 'Record a visit' },
  reading: 'ほうもん を きろく する',
  told: { ja: '訪問を記録した', en: 'Visit recorded' },
  category: 'clinical',
  append: true,
  body,
  texts: {
    findings: { label: { ja: '記録', en: 'Findings' }, required: true, maxLength: 20_000 },
    present: { label: { ja: '同行した人・その場にいた人', en: 'Who came and who was there' } },
    missingNote: { label: { ja: '引き継ぎに足りなかったこと', en: 'What the handoff lacked' } },
    questions: { label: { ja: '病院への質問', en: 'Questions to the hospital' } },
    next: { label: { ja: '次回まで・次回のこと', en: 'Until next time' } },
  },
  rowTexts: { areas: { found: { label: { ja: '見たこと', en: 'What was found' }, required: false, maxLength: 4000 } } },
  faults,
  about: about('visits', 'visitId'),
  objection: sideObjection,
  record: (facts, event) => {
    const visit = facts.visits.find(({ id }) => id === event.body.visitId);
    if (!visit) return facts;
    return { ...facts, visits: changeItem(facts.visits, visit.id, afterRecord(visit, event)) };
  },
});

/** What a record makes of its visit: nothing that stood there is gone. */
function afterRecord(visit: Visit, event: Recorded): Partial<Visit> {
  const { body, seq } = event;
  const recordedBy = [...new Set([...visit.recordedBy, body.side])];
  const opened = openedBy(visit, body);
  return {
    recordedBy,
    openDifferences: Math.min(visit.openDifferences + opened.count, 999),
    differencesOn: happenedOn(event),
    ...(opened.areas.length > 0 ? { differing: opened.areas } : {}),
    ...withVersion(visit, { ...body, seq }),
    ...withMissing(visit, { ...body, seq }),
  };
}

/** Parts that were not open before; of a record without parts the number that it says. */
function openedBy(
  { differing = [] }: Visit,
  { areas, differences }: Recorded['body'],
): { areas: VisitArea[]; count: number } {
  if (!areas) return { areas: differing, count: differences };
  const otherwise = areas.flatMap(({ id, areaState }) => (areaState === 'notAsAtDischarge' ? [id] : []));
  const all = [...new Set([...differing, ...otherwise])];
  return { areas: all, count: all.length - differing.length };
}

/**
 * A record that was begun on the newest one of its side takes its place. One that was begun on another stands beside it,
 * as when two were written without a network: the side signs anew once it has said which of them holds.
 */
function withVersion(visit: Visit, { side: of, base, seq }: Recorded['body'] & { seq: number }): Partial<Visit> {
  if (base === undefined) return {};
  const others = (visit.versions ?? []).filter(one => one.side !== of || one.seq !== base);
  const versions = [...others, { side: of, seq }];
  const isTwice = versions.filter(one => one.side === of).length > 1;
  return { versions, ...(isTwice ? { signedBy: visit.signedBy.filter(one => one !== of) } : {}) };
}

function withMissing(visit: Visit, { missing = [], seq }: Recorded['body'] & { seq: number }): Partial<Visit> {
  if (missing.length === 0) return {};
  const others = (visit.missing ?? []).filter(({ section }) => !missing.includes(section));
  return { missing: [...others, ...missing.map(section => ({ section, seq }))] };
}
