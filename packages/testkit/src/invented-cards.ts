import { randomUUID } from 'node:crypto';
import { type CaseAccessRow, deriveAccess } from '@kaerimichi/access';
import { demoOrganisations, demoPeople, demoStories } from '@kaerimichi/demo';
import { addDays, type CaseEvent, type Day, emptyFacts, type FullCard } from '@kaerimichi/discharge';
import { beforeRegistration, type CaseState, cardOf, decide, eventsByType } from '@kaerimichi/discharge/chart';

/** A card as the commit stores it, and who may see its case. */
export type InventedCard = { readonly card: FullCard; readonly access: readonly CaseAccessRow[] };

type Story = ReturnType<typeof demoStories>[number];
type Told = { readonly state: CaseState; readonly version: number; readonly on: Day };

const families = '青木 石井 大野 上野 江口 加藤 木村 原 森田 清水 長谷川 小川 五十嵐 高橋 辻 久保田 三宅 東'.split(' ');
const givens = 'ひな そら りく みお はる ゆい そうた つむぎ あおい れん 結衣 悠真 咲良 湊 一花 大和 菜々子'.split(' ');
const lead = 'org-kodomo';
const hubs = demoOrganisations.flatMap(({ id, kind }) => (kind === 'hub' ? [id] : []));

/** Cards of a real mix: the demo's stories, each stopped at every step, begun on different days, under invented names. */
export function inventedCards(count: number, today: Day): InventedCard[] {
  const told: Told[] = [];
  for (let shift = 0; told.length < count; shift++)
    for (const story of demoStories(addDays(today, -shift))) told.push(...stopsOf(story));
  // Evenly over the whole way: neither the first stories nor the first steps alone.
  return Array.from({ length: count }, (_, n) => {
    const stop = told[Math.floor((n * told.length) / count)];
    if (!stop) throw new Error('a story without a step');
    return {
      card: cardOf(identityOf(n), stop.state, stop),
      access: deriveAccess(stop.state.facts, { hubs, on: today }),
    };
  });
}

function identityOf(n: number) {
  const name = `${families[n % families.length]} ${givens[Math.floor(n / families.length) % givens.length]}`;
  return { id: randomUUID(), no: `K-${20_000 + n}`, name, kana: null };
}

/** The case after its registration and after each further step. */
function stopsOf(story: Story): Told[] {
  const { registeredOn, origin, bornOn, needs, gestationWeeks } = story;
  const body = { lead, origin, bornOn, needs, ...(gestationWeeks ? { gestationWeeks } : {}) };
  const registration = { on: registeredOn, by: 'dsn@demo', type: 'case.registered', body };
  let state = beforeRegistration(emptyFacts(lead));
  return [registration, ...story.steps].map((step, n) => {
    const decision = decide(state, eventOf(step, n + 1));
    if (!decision.ok) throw new Error(`${step.type} by ${step.by}: ${JSON.stringify(decision.reasons)}`);
    state = decision.state;
    return { state, version: n + 1, on: step.on };
  });
}

function eventOf({ on, by, type, body }: Story['steps'][number], seq: number): CaseEvent {
  const texts = Object.keys(eventsByType.get(type)?.texts ?? {});
  const structured = Object.fromEntries(Object.entries(body).filter(([name]) => !texts.includes(name)));
  const record = texts.some(text => text in body) ? { record: { id: 'r', hash: 'h' } } : {};
  return { type, seq, at: `${on}T00:00:00.000Z`, on, by: actorOf(by), body: structured, ...record };
}

function actorOf(identifier: string): CaseEvent['by'] {
  const found = demoPeople.find(person => person.identifier === identifier);
  if (!found) throw new Error(`nobody signs in as ${identifier}`);
  const { org, role, flags } = found;
  return { membership: identifier, person: identifier, org, role, mayWaive: flags.includes('mayWaive') };
}
