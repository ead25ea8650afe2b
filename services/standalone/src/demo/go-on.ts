import type { DemoHappening, DemoStory } from '@kaerimichi/api';
import type { LoadedCase } from '@kaerimichi/casework';
import { leadingPeople, type StoryNow, storyNow, type ToldHappening, toldHappenings } from '@kaerimichi/demo';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import type { DeskPorts } from './open-demo-desk.ts';
import { notHere, sendAs } from './send-as.ts';
import { whoIs } from './who-is.ts';

/** Every child of the story is led by the children's hospital, and found as its nurse would find them. */
const lead = leadingPeople[0]?.org ?? '';
const numbers = [...new Set(toldHappenings.map(({ no }) => no))];

type Cases = ReadonlyMap<string, LoadedCase>;

/** How far the story has come. */
export const storyOf = async (ports: DeskPorts): Promise<DemoStory> => asStory((await look(ports, new Map())).story);

/**
 * Has the next thing happen: whoever does it in the story signs in, sends it as their browser would, and signs out. A
 * case that somebody moved in the same moment is looked at again; a child whose step is refused is passed over and told.
 */
export async function goOn(
  ports: DeskPorts,
  requestId: string,
): Promise<{ happened: DemoHappening | null; story: DemoStory }> {
  const refused = new Map<string, Words>();
  const overtaken = new Map<string, number>();
  for (;;) {
    const { story, cases } = await look(ports, refused);
    const next = story.next;
    const loaded = next && cases.get(next.no);
    if (!next || !loaded) return { happened: null, story: asStory(story) };
    const { by, type, body } = next.happening;
    const sent = { type, ...body(tokyoDay(ports.clock.now())) };
    const outcome = await sendAs(ports, { by, sent, loaded, requestId });
    if (outcome.ok) {
      const after = await look(ports, refused);
      return { happened: asHappening(next), story: asStory(after.story) };
    }
    const times = (overtaken.get(next.no) ?? 0) + 1;
    overtaken.set(next.no, times);
    if (outcome.refusal.code === 'version-conflict' && times < MOST_TIMES) continue;
    refused.set(next.no, outcome.refusal.reasons?.[0]?.text ?? (outcome === notHere ? shutOut : moved));
  }
}

/** Somebody who writes to the same case all the time is let have it. */
const MOST_TIMES = 5;

const moved: Words = {
  ja: 'ほかの人の操作と重なり、進められませんでした。',
  en: 'Somebody else was at this case, and it could not go on.',
};

const shutOut: Words = {
  ja: '次の操作をする人がいまログインできないため、進められませんでした。デモをはじめに戻すと進みます。',
  en: 'Whoever does this next cannot sign in now, so it could not go on. Begin the demo anew to have it go on.',
};

async function look({ store, clock }: DeskPorts, refused: ReadonlyMap<string, Words>) {
  const by = { org: lead, numberIn: [], teamIn: [] };
  const loaded = await Promise.all(
    numbers.map(async no => {
      const { caseIds } = await store.search(by, no, 1);
      return caseIds[0] === undefined ? null : store.cases.loadFresh(caseIds[0]);
    }),
  );
  const cases: Cases = new Map(loaded.flatMap(found => (found ? [[found.no, found]] : [])));
  const moment = { at: clock.now(), hubs: await store.cases.listHubs() };
  return { cases, story: storyNow(cases, moment, refused) };
}

const asHappening = ({ no, child, happening: { by, what } }: ToldHappening): DemoHappening => ({
  no,
  child,
  what,
  who: whoIs(by),
});

const asStory = ({ next, ...rest }: StoryNow): DemoStory => ({ ...rest, next: next && asHappening(next) });
