import { met, ofThisRound, type Requirement, type RequirementTable, unmet } from '../../requirement.ts';

function evaluatedAt(
  point: 'early' | 'month1' | 'month3' | 'month6',
  { text, todo }: Pick<Requirement, 'text' | 'todo'>,
): Requirement {
  return {
    text,
    todo,
    waivable: 'yes',
    isChoice: true,
    fix: 'followUp.evaluated',
    turn: 'dischargeNurse',
    isMet: facts => {
      const done = ofThisRound(facts, facts.followUps).find(other => other.point === point);
      return done ? met(done) : { ...unmet(), fix: { event: 'followUp.evaluated', fill: { point } } };
    },
  };
}

const evaluation = (month: number) => ({
  text: { ja: `${month}か月の評価をした`, en: `Month ${month} evaluated` },
  todo: { ja: `${month}か月の評価をする`, en: `Evaluate month ${month}` },
});

export const followUpRequirements = {
  earlyContact: evaluatedAt('early', {
    text: { ja: '退院後まもない連絡をした', en: 'Early contact made' },
    todo: { ja: '退院後まもない連絡をする', en: 'Make the early contact' },
  }),
  month1: evaluatedAt('month1', evaluation(1)),
  month3: evaluatedAt('month3', evaluation(3)),
  month6: evaluatedAt('month6', evaluation(6)),
} as const satisfies RequirementTable;
