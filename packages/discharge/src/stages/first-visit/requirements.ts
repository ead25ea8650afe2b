import type { CaseFacts } from '../../facts.ts';
import { met, type RequirementTable, type Turn, unmet } from '../../requirement.ts';
import { firstVisit } from '../ready-for-discharge/requirements.ts';

/** The station's turn from the day of the visit on, until it has signed. */
function signingTurn(facts: CaseFacts): Turn | null {
  const visit = firstVisit(facts);
  const station = facts.team.find(entry => entry.function === 'visitingNurse' && entry.state === 'accepted')?.org;
  return visit && station && !visit.signedBy.includes('station')
    ? { org: station, role: 'visitingNurse', since: visit.differencesOn ?? visit.plannedOn ?? visit.on }
    : null;
}

/** What comes next on the way to two signatures. */
function nextStep(facts: CaseFacts) {
  const visit = firstVisit(facts);
  if (!visit) return { event: 'visit.planned', fill: { visitKind: 'first' } };
  // The station begins, as the turn says.
  if (visit.recordedBy.length === 0) return { event: 'visit.recorded', fill: { visitId: visit.id, side: 'station' } };
  const side = visit.signedBy.includes('station') ? 'hospital' : 'station';
  return { event: 'visit.signed', fill: { visitId: visit.id, side } };
}

export const firstVisitRequirements = {
  visitSignedByBoth: {
    text: {
      ja: '病院の看護師と訪問看護師の両方が署名した',
      en: 'Signed by both the hospital nurse and the visiting nurse',
    },
    todo: { ja: '訪問の記録に両方の看護師が署名する', en: 'Sign the visit, both nurses' },
    waivable: 'yes',
    fix: 'visit.signed',
    turn: 'dischargeNurse',
    turnOf: signingTurn,
    isMet: facts => {
      const visit = firstVisit(facts);
      const both = visit?.signedBy.includes('hospital') && visit.signedBy.includes('station');
      return visit && both
        ? met({ seq: visit.seq, on: visit.signedOn })
        : { ...unmet(), since: visit?.signedOn, fix: nextStep(facts) };
    },
  },
  differencesResolved: {
    text: { ja: '退院時との違いがすべて解決した', en: 'Every difference is resolved' },
    todo: { ja: '退院時との違いをすべて解決する', en: 'Resolve every difference' },
    waivable: 'no',
    fix: 'difference.resolved',
    turn: 'dischargeNurse',
    isMet: facts => {
      const visit = firstVisit(facts);
      const left = visit?.openDifferences ?? 0;
      // Before anybody was there, nothing can be said about differences.
      if (!visit?.recordedBy.length) return { ...unmet(), fix: nextStep(facts) };
      if (left === 0) return met({ seq: visit.seq, on: visit.differencesOn }, { left });
      return {
        ...unmet({ left }),
        since: visit.differencesOn,
        fix: { event: 'difference.resolved', fill: { visitId: visit?.id ?? '' } },
      };
    },
  },
} as const satisfies RequirementTable;
