import type { CaseFacts } from '../../facts.ts';
import { latestDay, met, ofThisRound, type RequirementTable, type Turn, unmet } from '../../requirement.ts';
import type { Day } from '../../vocabulary.ts';

/** The stay that would begin next: the earliest one planned in this round. */
export function nextStay(facts: CaseFacts): CaseFacts['stays'][number] | undefined {
  const planned = ofThisRound(facts, facts.stays).filter(stay => stay.status === 'planned');
  return planned.sort((a, b) => a.from.localeCompare(b.from) || a.ordinal - b.ordinal)[0];
}

/** The days of a stay: as it was, where it has begun or ended; else as planned. */
export const daysOfStay = ({ from, to, endedOn }: CaseFacts['stays'][number]): { on: Day; until: Day } => ({
  on: from,
  // Whoever leaves after the last day that was planned is not back before.
  until: endedOn ?? (to < from ? from : to),
});

/** The home nursing order of this round that has not lapsed. */
export function nursingOrderOf(facts: CaseFacts): CaseFacts['nursingOrder'] {
  const order = facts.nursingOrder;
  return order && !order.lapsedOn && order.round === facts.round ? order : undefined;
}

/** There is nothing to permit before a stay is planned: the nurse's turn until then, the doctor's from that day on. */
function stayTurn(facts: CaseFacts): Turn | null {
  const stay = nextStay(facts);
  return stay ? { org: facts.lead, role: 'doctor', since: stay.on } : nursesTurn(facts);
}

const nursesTurn = ({ lead, entry }: CaseFacts): Turn => ({ org: lead, role: 'dischargeNurse', since: entry.on });

export const preparingRequirements = {
  doctorPermittedStay: {
    text: { ja: '医師が外泊を許可した', en: 'The doctor permitted the stay' },
    todo: { ja: '外泊を許可する', en: 'Permit the stay' },
    waivable: 'no',
    fix: 'trialStay.permitted',
    turn: 'doctor',
    turnOf: stayTurn,
    isMet: facts => {
      const stay = nextStay(facts);
      if (!stay) return { ...unmet(), fix: { event: 'trialStay.planned' } };
      return stay.permitted
        ? {
            ...met(),
            evidence: { seq: stay.seq, ...daysOfStay(stay) },
            since: stay.permittedOn ?? stay.on,
          }
        : { ...unmet(), fix: { event: 'trialStay.permitted', fill: { stayId: stay.id } } };
    },
  },
  emergencyRouteAgreed: {
    text: { ja: '緊急時の連絡順と搬送先を決めた', en: 'Emergency route agreed' },
    todo: { ja: '緊急時の連絡順と搬送先を決める', en: 'Agree the emergency route' },
    waivable: 'no',
    fix: 'contacts.recorded',
    turn: 'dischargeNurse',
    isMet: facts => {
      const route = ofThisRound(facts, facts.contacts).find(({ when }) => when === 'emergencyRoute');
      return route ? met(route) : { ...unmet(), fix: { event: 'contacts.recorded', fill: { when: 'emergencyRoute' } } };
    },
  },
  nursingOrderForStay: {
    text: { ja: '外泊中の訪問のための訪問看護指示書がある', en: 'A home nursing order covers the stay' },
    todo: { ja: '外泊中の訪問看護指示書を交付する', en: 'Issue a home nursing order for the stay' },
    waivable: 'no',
    fix: 'order.issued',
    turn: 'doctor',
    isMet: facts => {
      const stay = nextStay(facts);
      if (!stay?.stationVisits)
        return {
          ...met(),
          text: {
            ja: '外泊中の訪問看護指示書は要らない(訪問看護を使わない)',
            en: 'No home nursing order is needed (the station does not visit during the stay)',
          },
        };
      const order = nursingOrderOf(facts);
      return order && order.from <= stay.from && order.until >= stay.to
        ? met(order)
        : {
            ...unmet(),
            since: latestDay([stay.on, facts.nursingOrder?.lapsedOn]),
            fix: { event: 'order.issued', fill: { from: stay.from } },
          };
    },
  },
} as const satisfies RequirementTable;
