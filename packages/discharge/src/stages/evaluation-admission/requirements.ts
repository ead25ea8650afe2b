import { latestDay, met, type RequirementTable, unmet } from '../../requirement.ts';
import { runningEvaluation } from './running.ts';
import { currentHandoffs, staleHandoffs } from './stale-handoffs.ts';

export const evaluationRequirements = {
  resultRecorded: {
    text: { ja: '評価の結果を記録した', en: 'Result of the evaluation recorded' },
    todo: { ja: '評価の結果を記録する', en: 'Record the result of the evaluation' },
    waivable: 'no',
    fix: 'evaluation.recorded',
    turn: 'doctor',
    isMet: facts => {
      const { resultSeq: seq, resultOn: on } = runningEvaluation(facts) ?? {};
      return seq ? met({ seq, on }) : unmet();
    },
  },
  planUpdated: {
    text: { ja: '変わったことを支援計画に入れた', en: 'The plan includes what changed' },
    todo: { ja: '変わったことを支援計画に入れる', en: 'Put what changed into the plan' },
    waivable: 'no',
    fix: 'plan.written',
    turn: 'dischargeNurse',
    isMet: facts => {
      const running = runningEvaluation(facts);
      if (!running?.resultSeq) return unmet();
      if (!running.changesCare) return met({ seq: running.resultSeq, on: running.resultOn });
      return facts.plan && facts.plan.seq > (running.admittedSeq ?? 0)
        ? met(facts.plan)
        : { ...unmet(), since: running.resultOn };
    },
  },
  affectedHandoffsReissued: {
    text: { ja: '影響のある引き継ぎを出し直した', en: 'Affected handoffs were issued again' },
    todo: { ja: '影響のある引き継ぎを出し直す', en: 'Issue affected handoffs again' },
    waivable: 'no',
    fix: 'handoff.composed',
    turn: 'dischargeNurse',
    isMet: facts => {
      const running = runningEvaluation(facts);
      if (!running?.resultSeq) return unmet();
      const resultSeq = running.resultSeq;
      const current = currentHandoffs(facts);
      const [old] = staleHandoffs(facts);
      if (!old)
        return {
          ...met({ seq: resultSeq }),
          since: latestDay([running.resultOn, ...current.map(({ sentOn }) => sentOn)]),
        };
      const composed = old.seq > resultSeq;
      return {
        ...unmet(),
        since: latestDay([running.resultOn, composed ? old.on : undefined]),
        fix: { event: composed ? 'handoff.sent' : 'handoff.composed', fill: { handoffId: old.id } },
      };
    },
  },
} as const satisfies RequirementTable;
