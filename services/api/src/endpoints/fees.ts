import { issuePath } from '@kaerimichi/casework';
import { feeEndpoints, type ToldFee } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import { type Dated, type FeeAnswer, findFee } from '@kaerimichi/rules';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** A fee over facts that the asker sends: nothing of a case is read, so whoever signed in may ask. */
export function feeImplementations(ports: ApiPorts) {
  return [
    implement(ports, feeEndpoints.fee, async ({ body: { fee, on, facts }, meta }) => {
      const outcome = findFee(fee)?.ask({ ...facts, on });
      if (outcome?.ok) return { ok: true, answer: toldIn(meta.language, outcome.answer) };
      const issues = (outcome?.faults ?? []).map(({ path, text }) => ({
        path: issuePath(path[0] === 'on' ? path : ['facts', ...path]),
        message: text,
      }));
      return { ok: false, refusal: { code: 'bad-input', issues } };
    }),
  ];
}

const toldIn = (language: Language, { amount, conditions, note, ...answer }: Dated<FeeAnswer>): ToldFee => ({
  ...answer,
  ...(amount && { [amount.unit]: amount.value, verified: amount.verified }),
  conditions: conditions.map(({ text, review, evidence, needs, ...condition }) => ({
    ...condition,
    text: text[language],
    evidence: { ...evidence, facts: [...evidence.facts] },
    needs: [...needs],
    ...(review && { review: review[language] }),
  })),
  note: note[language],
});
