import type { CaseFacts } from '@kaerimichi/discharge';
import type { Line } from './happening.ts';

const handoffTo = ({ handoffs }: CaseFacts) => handoffs.find(({ org }) => org === 'org-nozomi');
const beforeHandoff = ['trialStay', 'jointConference', 'preparing'];

/** 石井 そら: what the first conference left open is closed, and the way to the handoff is free. */
export const ishiiSora: Line = {
  no: 'K-0142',
  child: '石井 そら',
  happenings: [
    {
      by: 'ward',
      what: {
        ja: '父の「吸引(気切)」が「ひとりで」になったことを記録しました。',
        en: 'Recorded that the father now suctions the tracheostomy on his own.',
      },
      type: 'skill.assessed',
      body: () => ({
        procedure: 'suctionTracheal',
        caregiver: 'father',
        level: 4,
        note: '日勤帯にもう一度確かめた。声かけなしでできた。',
      }),
      isDone: ({ skills }) =>
        skills.some(
          ({ procedure, caregiver, level }) => procedure === 'suctionTracheal' && caregiver === 'father' && level === 4,
        ),
    },
    {
      by: 'dsn',
      what: {
        ja: '会議の宿題だった通訳の予約がとれ、宿題を済みにしました。',
        en: 'Booked the interpreter, and closed that task of the conference.',
      },
      type: 'actionItem.closed',
      body: () => ({ actionItemId: 'a1' }),
      isDone: ({ actionItems }) => actionItems.some(({ id, closedOn }) => id === 'a1' && closedOn !== undefined),
    },
    {
      by: 'doctor',
      what: {
        ja: '共同カンファレンスの議事録を承認しました。',
        en: 'Approved the minutes of the joint conference.',
      },
      type: 'minutes.approved',
      body: () => ({ conferenceId: 'k1' }),
      isDone: ({ conferences }) => conferences.some(({ id, minutes }) => id === 'k1' && minutes === 'approved'),
    },
    {
      by: 'dsn',
      what: { ja: '準備を終え、「引き継ぎ」へ進めました。', en: 'Closed the preparation and moved on to the handoff.' },
      type: 'preparation.closed',
      body: () => ({}),
      isDone: ({ entry }) => !beforeHandoff.includes(entry.stage),
    },
    {
      by: 'dsn',
      what: {
        ja: 'のぞみ訪問看護ステーションへの引き継ぎを書きました。',
        en: 'Wrote the handoff to the のぞみ station.',
      },
      type: 'handoff.composed',
      body: () => ({
        handoffId: 'h1',
        recipient: 'org-nozomi',
        content:
          '連絡先:退院支援室。状態:安定。呼吸:人工呼吸器、夜間の吸引は父母で分ける。\n家族:説明の場にはポルトガル語の通訳を入れる。緊急時:119のあと救急外来へ。',
      }),
      isDone: facts => handoffTo(facts) !== undefined,
    },
    {
      by: 'dsn',
      what: {
        ja: '引き継ぎをのぞみ訪問看護ステーションへ送りました。',
        en: 'Sent the handoff to the のぞみ station.',
      },
      type: 'handoff.sent',
      body: () => ({ handoffId: 'h1' }),
      isDone: facts => (handoffTo(facts)?.status ?? 'draft') !== 'draft',
    },
    {
      by: 'hvn',
      what: { ja: '届いた引き継ぎを開きました。', en: 'Opened the handoff that came.' },
      type: 'handoff.opened',
      body: () => ({ handoffId: 'h1' }),
      isDone: facts => !['draft', 'sent'].includes(handoffTo(facts)?.status ?? 'draft'),
    },
  ],
};
