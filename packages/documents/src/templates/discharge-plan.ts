import { nameOf, partnerLines, schemeLines } from '../child.ts';
import {
  allOf,
  box,
  cell,
  codeOf,
  dayOr,
  from,
  headed,
  listed,
  longDay,
  nothing,
  originOf,
  plainDay,
  printed,
  rows,
  type Told,
  together,
  told,
  written,
} from '../form.ts';
import type { Known } from '../known.ts';
import type { Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 退院支援計画書, as 別紙様式6 of the notice has it (A246; forms of 令和6年 and 令和8年 are the same). */
export const dischargePlan: Template = {
  id: 'dischargePlan',
  title: titleOf('dischargePlan'),
  about: {
    ja: 'ご家族に説明して渡す計画書(別紙様式6)',
    en: 'The plan that is explained and handed to the family (form 6)',
  },
  needs: ['plan'],
  madeBy: 'lead',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: '別紙様式6',
    title: dischargePlan.title.ja,
    size: 'A4',
    addressee: `(患者氏名) ${nameOf(known) ?? '                              '} 殿`,
    blocks: [
      rows(null, dates(known)),
      rows(
        null,
        [cell('病棟(病室)', 'plan', nothing)],
        [cell('病名(他に考え得る病名)', 'clinical', nothing, { space: 2 })],
        [counsellors(known)],
        [cell('退院支援計画を行う者の氏名(下記担当者を除く)', 'plan', nothing, { space: 2 })],
        [cell('退院困難な要因', 'clinical', barriers(known), { space: 3 })],
        [cell('退院に係る問題点、課題等', 'clinical', written(known, 'plan.written', 'problems'), { space: 4 })],
        [cell('退院へ向けた目標設定、支援期間、支援概要', 'plan', aims(known), { space: 4 })],
        [cell('予想される退院先', 'plan', destination(known), { space: 2 })],
        [cell('退院後に利用が予想される福祉サービス等', 'plan', services(known), { space: 3 })],
        [cell('(利用している・申請中の制度)', 'money', schemeLines(known), { space: 1 })],
        [cell('退院後に利用が予想される福祉サービスの担当者', 'plan', partnerLines(known), { space: 3 })],
      ),
      {
        kind: 'remark',
        text: '注)上記内容は、現時点で考えられるものであり、今後の状態の変化等に応じて変わり得るものである。',
      },
      rows(null, [handedOver(known)]),
      { kind: 'signatures', lines: [{ label: '(病棟の退院支援担当者)', name: null }, ownDepartment(known)] },
    ],
  };
}

function dates(known: Known) {
  const [begun] = allOf(known, 'interview.completed').slice(-1);
  const plan = known.facts.plan;
  const begins = begun && originOf(begun);
  return [
    cell('入院日', 'plan', nothing),
    cell('計画着手日', 'plan', told(begins && plainDay(begins.on), begins ? [begins] : [])),
    cell('計画作成日', 'plan', told(plan && plainDay(plan.on), from(known, 'plan.written'))),
  ];
}

/** With whom it was talked over besides the child. */
function counsellors(known: Known) {
  const held = known.entries.findLast(({ event }) => event.type === 'interview.held' && event.body.outcome === 'held');
  const line = [box('家族', held !== undefined), '  ', box('その他関係者('), '                              )'];
  return printed(
    '退院に関する患者以外の相談者',
    'family',
    { lines: [line], from: held ? [originOf(held)] : [] },
    {
      isRecorded: held !== undefined,
    },
  );
}

function barriers(known: Known): Told {
  const codes = known.facts.factors?.codes ?? [];
  return together(told(listed(codes), from(known, 'factors.recorded')), written(known, 'factors.recorded'));
}

function aims(known: Known): Told {
  const { plan, dischargeDay } = known.facts;
  const until = dischargeDay ? longDay(dischargeDay.day) : null;
  const period = plan && until ? told(`${longDay(plan.on)} から ${until}(退院予定日)まで`) : nothing;
  return together(written(known, 'plan.written', 'goal'), headed('支援期間:', period));
}

function destination(known: Known): Told {
  const { plan } = known.facts;
  return told(plan && codeOf(plan.destination), from(known, 'plan.written'));
}

const services = (known: Known): Told => told(listed(known.facts.plan?.roles ?? []), from(known, 'plan.written'));

function handedOver(known: Known) {
  const { planExplained, planHandedOver } = known.facts;
  const on = planHandedOver?.on ?? planExplained?.on;
  const origins = [...from(known, 'plan.explained'), ...from(known, 'plan.handedOver')];
  return printed('説明・交付日', 'plan', { lines: [[dayOr(on)]], from: origins }, { isRecorded: on !== undefined });
}

/** Whoever of the department for discharge support wrote the plan last. */
function ownDepartment(known: Known) {
  const plan = known.entries.findLast(({ event }) => event.type === 'plan.written');
  const isOwn = plan?.event.by.role === 'dischargeNurse';
  return {
    label: '(入退院支援部門の担当者)',
    name: (isOwn && plan && known.people[plan.event.by.person]) || null,
  };
}
