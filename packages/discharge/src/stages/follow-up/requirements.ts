import { met, ofThisRound, type Requirement, type RequirementTable, unmet } from '../../requirement.ts';
import type { Words } from '../../words.ts';

function evaluatedAt(point: 'early' | 'month1' | 'month3' | 'month6', text: Words): Requirement {
  return {
    text,
    waivable: 'yes',
    fix: 'followUp.evaluated',
    turn: 'dischargeNurse',
    isMet: facts => {
      const done = ofThisRound(facts, facts.followUps).find(other => other.point === point);
      return done ? met(done) : { ...unmet(), fix: { event: 'followUp.evaluated', fill: { point } } };
    },
  };
}

export const followUpRequirements = {
  earlyContact: evaluatedAt('early', { ja: '退院後まもない連絡をした', en: 'Early contact made' }),
  month1: evaluatedAt('month1', { ja: '1か月の評価をした', en: 'Month 1 evaluated' }),
  month3: evaluatedAt('month3', { ja: '3か月の評価をした', en: 'Month 3 evaluated' }),
  month6: evaluatedAt('month6', { ja: '6か月の評価をした', en: 'Month 6 evaluated' }),
} as const satisfies RequirementTable;
