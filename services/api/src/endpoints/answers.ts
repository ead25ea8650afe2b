import type { DifferenceSeen, FeeSeen, PlanSeen, ReplaySeen } from '@kaerimichi/casework';
import { answerEndpoints, type CaseFee, type CasePlan, type Replay, type WhatIf } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import { marks } from '@kaerimichi/rules';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { doneIn, moveIn, reasonIn } from './said-conditions.ts';

/** What follows from a case and the rules: each is worked out when it is asked for, and kept nowhere. */
export const answerImplementations = (ports: ApiPorts) => [
  fees(ports),
  plan(ports),
  ways(ports),
  whatIf(ports),
  replay(ports),
];

const fees = (ports: ApiPorts) =>
  implement(ports, answerEndpoints.fees, async ({ who, params, meta }) => {
    const told = await ports.casework.fees(who, params.id, meta);
    return told.ok ? { ok: true, answer: told.answer.map(fee => feeIn(fee, meta.language)) } : told;
  });

const plan = (ports: ApiPorts) =>
  implement(ports, answerEndpoints.plan, async ({ who, params, query, meta }) => {
    const told = await ports.casework.plan(who, params.id, { target: query.target, meta });
    return told.ok ? { ok: true, answer: told.answer && planIn(told.answer, meta.language) } : told;
  });

const ways = (ports: ApiPorts) =>
  implement(ports, answerEndpoints.ways, async ({ who, params: { id: caseId, stage }, meta }) => {
    const listed = await ports.casework.ways(who, { caseId, stage }, meta);
    return listed.ok ? { ok: true, answer: listed.answer.map(way => moveIn(way, meta.language)) } : listed;
  });

const whatIf = (ports: ApiPorts) =>
  implement(ports, answerEndpoints.whatIf, async ({ who, params, body, meta }) => {
    const { events, facts = {}, target } = body;
    const told = await ports.casework.whatIf(who, params.id, { events, facts, target, meta });
    if (!told.ok) return told;
    const { language } = meta;
    const { refused, difference, fees: compared } = told.answer;
    return {
      ok: true,
      answer: {
        refused: refused && { ...refused, reasons: refused.reasons.map(reason => reasonIn(reason, language)) },
        difference: difference && differenceIn(difference, language),
        fees:
          compared?.map(({ before, ...fee }) => ({ ...feeIn(fee, language), before: before && { ...before } })) ?? null,
      },
    };
  });

const replay = (ports: ApiPorts) =>
  implement(ports, answerEndpoints.replay, async ({ who, params, query, meta }) => {
    const told = await ports.casework.replay(who, params.id, { on: query.on, meta });
    return told.ok ? { ok: true, answer: replayIn(told.answer, meta.language) } : told;
  });

function feeIn({ conditions, revision, amount, ...fee }: FeeSeen, language: Language): CaseFee {
  return {
    ...fee,
    title: fee.title[language],
    amount: amount && { ...amount },
    note: fee.note[language],
    revision: { ...revision, label: revision.label[language] },
    revisionBy: fee.revisionBy?.[language] ?? null,
    markText: marks[fee.mark][language],
    conditions: conditions.map(({ text, review, needs, basis, ...condition }) => ({
      ...condition,
      text: text[language],
      review: review?.[language] ?? null,
      needs: needs.map(need => ({ ...need, title: need.title[language] })),
      basis: basis.map(({ title, how }) => ({ title: title[language], how })),
    })),
  };
}

const planIn = ({ steps, ...days }: PlanSeen, language: Language): CasePlan => ({
  ...days,
  steps: steps.map(({ todo, reason, after, ...step }) => ({
    ...step,
    todo: todo[language],
    after: [...after],
    reason: reasonIn(reason, language),
  })),
});

type Difference = NonNullable<WhatIf['difference']>;

function differenceIn(found: DifferenceSeen, language: Language): Difference {
  const { stage, opens, closes, settles, unsettles, deadlines, plan: days } = found;
  const moves = (all: DifferenceSeen['opens']) =>
    all.map(({ label, ...move }) => ({ ...move, label: label[language] }));
  const conditions = (all: DifferenceSeen['settles']) => all.map(({ code, text }) => ({ code, text: text[language] }));
  return {
    stage: { ...stage },
    opens: moves(opens),
    closes: moves(closes),
    settles: conditions(settles),
    unsettles: conditions(unsettles),
    deadlines: deadlines.map(row => ({ ...row })),
    plan: { before: days.before && { ...days.before }, after: days.after && { ...days.after } },
  };
}

function replayIn({ on, days, seen }: ReplaySeen, language: Language): Replay {
  if (!seen) return { on, days: [...days], seen: null };
  const { conditions, facts, hidden } = seen;
  return {
    on,
    days: [...days],
    seen: {
      stage: seen.stage,
      class: seen.class,
      facts: Object.fromEntries(Object.entries(facts).map(([category, known]) => [category, { ...known }])),
      hidden: [...hidden],
      conditions: conditions && {
        done: conditions.done.map(condition => doneIn(condition, language)),
        reasons: conditions.reasons.map(reason => reasonIn(reason, language)),
      },
    },
  };
}
