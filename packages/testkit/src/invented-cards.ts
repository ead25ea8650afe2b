import { randomUUID } from 'node:crypto';
import { type CaseAccessRow, deriveAccess } from '@kaerimichi/access';
import type { ToldCase } from '@kaerimichi/casework';
import { demoOrganisations, tellWorld } from '@kaerimichi/demo';
import { addDays, type CaseFacts, type Day, type FullCard } from '@kaerimichi/discharge';

/** A card as the commit stores it, and who may see its case. */
export type InventedCard = { readonly card: FullCard; readonly access: readonly CaseAccessRow[] };

type Stop = { readonly card: FullCard; readonly facts: CaseFacts };

const families = '青木 石井 大野 上野 江口 加藤 木村 原 森田 清水 長谷川 小川 五十嵐 高橋 辻 久保田 三宅 東'.split(' ');
const givens = 'ひな そら りく みお はる ゆい そうた つむぎ あおい れん 結衣 悠真 咲良 湊 一花 大和 菜々子'.split(' ');
const hubs = demoOrganisations.flatMap(({ id, kind }) => (kind === 'hub' ? [id] : []));

/** Cards of a real mix: the demo's stories, each stopped at every step, begun on different days, under invented names. */
export function inventedCards(count: number, today: Day): InventedCard[] {
  const stops: Stop[] = [];
  for (let shift = 0; stops.length < count; shift++)
    for (const told of tellWorld('small', `${addDays(today, -shift)}T03:00:00.000Z`)) stops.push(...stopsOf(told));
  // Evenly over the whole way: neither the first stories nor the first steps alone.
  return Array.from({ length: count }, (_, n) => {
    const stop = stops[Math.floor((n * stops.length) / count)];
    if (!stop) throw new Error('a story without a step');
    return {
      card: { ...stop.card, ...identityOf(n) },
      access: deriveAccess(stop.facts, { hubs, on: today }),
    };
  });
}

function identityOf(n: number) {
  const name = `${families[n % families.length]} ${givens[Math.floor(n / families.length) % givens.length]}`;
  return { id: randomUUID(), no: `K-${20_000 + n}`, name, kana: null };
}

/** The case after its registration and after each further step. */
const stopsOf = ({ opening, no, plans }: ToldCase): Stop[] => [
  { card: opening.cardOf(no), facts: opening.plan.next.facts },
  ...plans.map(({ card, next }) => ({ card, facts: next.facts })),
];
