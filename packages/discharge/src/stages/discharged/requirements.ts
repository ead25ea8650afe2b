import { met, type RequirementTable, unmet } from '../../requirement.ts';
import { firstVisit } from '../ready-for-discharge/requirements.ts';

export const dischargedRequirements = {
  visitPlanned: {
    text: { ja: '初回訪問の日と同行者を決めた', en: 'First visit and company are planned' },
    todo: { ja: '初回訪問の日と同行者を決める', en: 'Plan the first visit and who goes along' },
    waivable: 'no',
    fix: 'visit.planned',
    turn: 'dischargeNurse',
    isMet: facts => {
      const visit = firstVisit(facts);
      return visit?.plannedOn
        ? met(visit)
        : { ...unmet(), fix: { event: 'visit.planned', fill: { visitKind: 'first' } } };
    },
  },
} as const satisfies RequirementTable;
