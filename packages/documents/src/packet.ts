import {
  type CaseFacts,
  type HandoffSection,
  handoffSectionIds,
  handoffSections,
  teachBack,
  teachBackOf,
} from '@kaerimichi/discharge';
import { ageWords, birthDay, careNeedWords, childsNameAndKana, contacts } from './child.ts';
import { allOf, cell, from, originOf, rows, told as said, shortDay, type Told, table, together } from './form.ts';
import type { Entry, Known } from './known.ts';
import type { Block, Paper } from './paper.ts';
import type { Template } from './templates/template.ts';

type Handoff = CaseFacts['handoffs'][number];

/** What a paper says of how it is answered. */
export type Packet = {
  readonly handoffId: string;
  /** In groups, to be typed or said on the telephone. */
  readonly code: string;
  /** Page on which it is typed. */
  readonly address: string;
};

/**
 * 引き継ぎ一式: one handoff as it was sent, for somebody without an account. Whom to call stands first, then how to answer;
 * it is no kind of the list, since each paper has a code of its own.
 */
export const packetOf = (packet: Packet): Template => ({
  id: 'handoffPacket',
  title: { ja: '引き継ぎ一式', en: 'Handoff packet' },
  about: {
    ja: 'アカウントのない相手に渡す紙。返事の番号がつきます',
    en: 'For somebody without an account, with a code to answer by',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'lead',
  approvedBy: 'lead',
  compose: known => compose(known, packet),
});

function compose(known: Known, packet: Packet): Paper {
  const handoff = known.facts.handoffs?.find(({ id }) => id === packet.handoffId);
  const entry = handoff && sentEntry(known, handoff);
  const outside = entry?.texts.outside;
  return {
    form: null,
    title: '引き継ぎ一式',
    size: 'A4',
    addressee: outside ? `${outside} 御中` : null,
    blocks: [
      whose(known),
      ...(handoff ? [howToAnswer(known, handoff, packet)] : []),
      callWhom(known, entry),
      ...sections(entry),
      ...(handoff && entry ? questions(known, handoff) : []),
    ],
  };
}

/** The version that was sent: what is being written on is nobody's to read. */
const sentEntry = (known: Known, { id, given = [] }: Handoff): Entry | undefined =>
  allOf(known, 'handoff.composed').find(({ event }) => event.body.handoffId === id && event.seq === given.at(-1));

function whose(known: Known): Block {
  const age = ageWords(known);
  const born = birthDay(known);
  const needs = said(careNeedWords(known).join('、'), from(known, 'plan.written'));
  return rows(
    null,
    [cell('お名前', 'contacts', childsNameAndKana(known))],
    [cell('生年月日', 'contacts', { ...born, lines: born.lines.map(line => (age ? [...line, ` ${age}`] : line)) })],
    [cell('必要なケア', 'clinical', needs)],
  );
}

function howToAnswer(known: Known, { sentVersion, sentOn, sentHash }: Handoff, { code, address }: Packet): Block {
  const lead = known.facts.lead ?? '';
  const call = [known.orgs[lead], known.telephones[lead] ? `電話 ${known.telephones[lead]}` : ''];
  const mark = sentHash ? `(印 ${`${sentHash.slice(0, 4)}-${sentHash.slice(4, 8)}`.toUpperCase()})` : '';
  return table({
    title: '返事のしかた(受け取ったら、どちらかでお知らせください)',
    head: ['何で', 'どうする'],
    widths: [1, 3.4],
    rows: [
      [['この紙の番号'], [code]],
      [['インターネットで'], [`${address} を開き、番号を入れる(お子さんの情報は表示されません)`]],
      [['電話で'], [`${call.filter(Boolean).join(' ')} に番号を伝える`]],
      [['この紙の版'], [`第${sentVersion ?? 1}版${mark}${sentOn ? ` ${shortDay(sentOn)} 送付` : ''}`]],
    ],
    category: 'plan',
    isRecorded: true,
    isLarge: true,
  });
}

const textOf = (entry: Entry | undefined, name: string): Told =>
  entry ? said(entry.texts[name], [originOf(entry)]) : { lines: [], from: [] };

/** By day and by night: as the handoff says, and below it what is recorded for the case. */
function callWhom(known: Known, entry: Entry | undefined): Block {
  return rows(
    '1 連絡先',
    [cell('日中', 'contacts', together(textOf(entry, 'contacts'), contacts(known, 'day')), { space: 2 })],
    [cell('夜間・休日', 'contacts', together(textOf(entry, 'contactsNight'), contacts(known, 'night')), { space: 2 })],
    [cell('緊急のとき', 'contacts', contacts(known, 'emergencyRoute'), { space: 2 })],
  );
}

function sections(entry: Entry | undefined): Block[] {
  const label = (id: HandoffSection) => `${handoffSectionIds.indexOf(id) + 1} ${handoffSections[id].words.ja}`;
  const ids = handoffSectionIds.filter(id => id !== 'contacts');
  const whole = textOf(entry, 'content');
  return [
    rows(
      '引き継ぎの内容',
      ...(whole.lines.length > 0 ? [[cell('内容', 'clinical', whole, { space: 3 })]] : []),
      ...ids.map(id => [cell(label(id), handoffSections[id].category, textOf(entry, id), { space: 2 })]),
    ),
  ];
}

/** What somebody alone with the child has to know by heart; where not, they call. */
function questions({ facts }: Known, { unwritten = [] }: Handoff): Block[] {
  const { needs = [], devices = [] } = facts;
  const asked = teachBackOf({ needs, devices }, section => !unwritten.includes(section));
  if (asked.length === 0) return [];
  return [
    table({
      title: '読み終えたら:次のことを、自分の言葉で言えますか。言えないところは電話でおたずねください',
      head: ['問い', '書きとめる'],
      widths: [3, 2],
      rows: asked.map(topic => [[teachBack[topic].question.ja], ['']]),
      category: 'clinical',
      isRecorded: false,
    }),
  ];
}
