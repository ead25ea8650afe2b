import { issuePath, type Refusal, toIssues } from '@kaerimichi/casework';
import { ruleEndpoints } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import type { Dated, Fault, Outcome, Remark } from '@kaerimichi/rules';
import { type Deadline, type DeadlineRule, deadlineRules, medicalCareScore, severeChildScore } from '@kaerimichi/rules';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { feeImplementations } from './fees.ts';
import { listRules } from './list-rules.ts';

/** Scores, fees and deadlines for whoever signed in: facts in, an answer for reference out; nothing is kept. */
export function ruleImplementations(ports: ApiPorts) {
  let list: string | null = null;
  return [
    ...feeImplementations(ports),
    implement(ports, ruleEndpoints.rules, async () => {
      list ??= JSON.stringify(listRules());
      return { ok: true, stored: { status: 200, body: list } };
    }),
    implement(ports, ruleEndpoints.medicalCareScore, async ({ body, meta }) => {
      const outcome = medicalCareScore.ask(body);
      if (!outcome.ok) return badInput(outcome.faults);
      const { needsReview, notes, counted, ...answer } = outcome.answer;
      const said = { needsReview: inLanguage(needsReview, meta.language), notes: inLanguage(notes, meta.language) };
      return { ok: true, answer: { ...answer, counted: [...counted], ...said } };
    }),
    implement(ports, ruleEndpoints.severeChildScore, async ({ body, meta }) => {
      const outcome = severeChildScore.ask(body);
      if (!outcome.ok) return badInput(outcome.faults);
      const { needsReview, items, ...answer } = outcome.answer;
      const said = { needsReview: inLanguage(needsReview, meta.language) };
      return { ok: true, answer: { ...answer, items: [...items], ...said } };
    }),
    implement(ports, ruleEndpoints.deadlines, async ({ body, meta }) => {
      const { rule: id, ...sent } = body;
      const rule = deadlineRules.find(known => known.id === id);
      const asked = rule ? askDeadline(rule, sent) : null;
      if (!asked) return badInput([]);
      if (!asked.ok) return asked;
      return { ok: true, answer: { ...asked.answer, counting: asked.answer.counting[meta.language] } };
    }),
  ];
}

type BadInput = { readonly ok: false; readonly refusal: Refusal & { readonly code: 'bad-input' } };

/** Facts that the rule does not ask are not looked at; what it needs and does not get is named. */
function askDeadline(
  rule: DeadlineRule,
  sent: object,
): { readonly ok: true; readonly answer: Dated<Deadline> } | BadInput {
  const wanted = Object.fromEntries(Object.entries(sent).filter(([name]) => name in rule.facts.shape));
  const facts = rule.facts.safeParse(wanted);
  if (!facts.success) return { ok: false, refusal: { code: 'bad-input', issues: toIssues(facts.error, wanted) } };
  const outcome: Outcome<Dated<Deadline>> = rule.ask(facts.data);
  return outcome.ok ? outcome : badInput(outcome.faults);
}

const badInput = (faults: readonly Fault[]): BadInput => ({
  ok: false,
  refusal: { code: 'bad-input', issues: faults.map(({ path, text }) => ({ path: issuePath(path), message: text })) },
});

const inLanguage = (remarks: readonly Remark[], language: Language) =>
  remarks.map(({ code, text }) => ({ code, text: text[language] }));
