import { z } from 'zod';
import { defineFact, defineMove, noteText, reasonText, shownToTeam, stampOf } from '../../event.ts';
import { careNeed, entitlementKind, itemId, procedure, teamFunction } from '../../vocabulary.ts';

const planningReturned = defineMove('planning.returned', {
  label: { ja: '家族面談へ戻す', en: 'Back to the family interview' },
  reading: 'かぞく めんだん へ もどす',
  told: { ja: '家族面談へ戻した', en: 'Moved back to the family interview' },
  category: 'plan',
  texts: reasonText,
});

const inHouseConferenceHeld = defineFact('inHouseConference.held', {
  label: { ja: '院内カンファレンスを開いた', en: 'In-house conference held' },
  reading: 'いんない かんふぁれんす を ひらいた',
  alsoCalled: { ja: 'かいぎ', en: 'meeting' },
  todo: { ja: '院内カンファレンスを開く', en: 'Hold the in-house conference' },
  category: 'plan',
  body: { attended: z.array(teamFunction).min(1).max(20) },
  texts: noteText,
  record: (facts, event) => ({ ...facts, inHouseConference: stampOf(facts, event) }),
});

const planWritten = defineFact('plan.written', {
  label: { ja: '退院支援計画書を作る・改める', en: 'Write or revise the discharge plan' },
  reading: 'たいいん しえん けいかくしょ を つくる あらためる',
  told: { ja: '退院支援計画書を作った・改めた', en: 'Discharge plan written or revised' },
  form: { knows: 'plan', knowsNeeds: true },
  category: 'plan',
  apart: { needs: 'clinical', procedures: 'skills', devices: 'skills', entitlements: 'money', problems: 'clinical' },
  body: {
    destination: z.enum(['home', 'facility', 'hospital']),
    homeNursing: z.boolean().describe('訪問看護を使うか'),
    school: z.boolean().describe('学校・園に通っているか'),
    needs: z.array(careNeed).max(14),
    procedures: z
      .array(z.strictObject({ procedure, caregivers: z.int().min(1).max(9) }))
      .max(14)
      .describe('家族が身につける手技と、ひとりでできる人の必要数'),
    roles: z.array(teamFunction).max(19).describe('地域で受け手が要る役割'),
    rolesNotNeeded: z.array(teamFunction).max(19).optional().describe('要らないと判断した役割'),
    devices: z.array(z.strictObject({ kind: itemId, electric: z.boolean() })).max(12),
    entitlements: z.array(entitlementKind).max(11),
  },
  texts: {
    problems: { label: { ja: '課題', en: 'Problems' } },
    goal: { label: { ja: '目標・支援の概要', en: 'Goal and outline' } },
    notNeededReason: { label: { ja: '要らない役割の理由', en: 'Why a role is not needed' } },
  },
  objection: (_facts, event) =>
    event.body.rolesNotNeeded?.length && !event.record
      ? {
          code: 'plan.notNeededReason',
          text: { ja: '要らない役割には理由を書いてください。', en: 'Give the reason for a role not needed.' },
        }
      : null,
  record: (facts, event) => {
    const { needs, rolesNotNeeded = [], ...rest } = event.body;
    const version = (facts.plan?.version ?? 0) + 1;
    return { ...facts, needs, plan: { ...stampOf(facts, event), version, rolesNotNeeded, ...rest } };
  },
});

const planExplained = defineFact('plan.explained', {
  label: { ja: '計画を家族に説明した', en: 'Plan explained to the family' },
  reading: 'けいかく を かぞく に せつめい した',
  alsoCalled: { ja: 'たいいん しえん けいかくしょ', en: 'discharge plan' },
  todo: { ja: '計画を家族に説明する', en: 'Explain the plan to the family' },
  category: 'plan',
  body: { interpreter: z.boolean().optional() },
  texts: noteText,
  record: (facts, event) => ({ ...facts, planExplained: stampOf(facts, event) }),
});

const planHandedOver = defineFact('plan.handedOver', {
  label: { ja: '計画書を家族に渡した', en: 'Plan handed to the family' },
  reading: 'けいかくしょ を かぞく に わたした',
  alsoCalled: { ja: 'たいいん しえん けいかくしょ', en: 'discharge plan' },
  todo: { ja: '計画書を家族に渡す', en: 'Hand the plan to the family' },
  category: 'plan',
  record: (facts, event) => ({ ...facts, planHandedOver: stampOf(facts, event) }),
});

const preparationBegun = defineMove('preparation.begun', {
  label: { ja: '準備・技術習得へ進める', en: 'Begin preparation' },
  reading: 'じゅんび ぎじゅつ しゅうとく へ すすめる',
  told: { ja: '準備・技術習得へ進めた', en: 'Moved to preparation' },
  category: 'plan',
  effects: [shownToTeam],
});

export const planningEvents = [
  planningReturned,
  inHouseConferenceHeld,
  planWritten,
  planExplained,
  planHandedOver,
  preparationBegun,
] as const;
