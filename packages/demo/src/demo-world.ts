import type { ToldCase } from '@kaerimichi/casework';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import { handful } from './children/handful.ts';
import { exemplaryChildren } from './exemplary-children.ts';
import { demoOrganisations } from './organisations.ts';
import { quietChildren } from './quiet/quiet-children.ts';
import type { Story } from './story.ts';
import { tellStory } from './tell-story.ts';

/** `small`: the ten children that tests move about; `whole`: the network of 212 cases. */
export type WorldSize = 'small' | 'whole';

/** The stories of a world, their days relative to the day of seeding. */
export const demoStories = (size: WorldSize, today: Day): Story[] => [
  ...exemplaryChildren(today),
  ...handful(today),
  ...(size === 'whole' ? quietChildren(today) : []),
];

const hubs = demoOrganisations.flatMap(({ id, kind }) => (kind === 'hub' ? [id] : []));

/** Every case of a world as it has come to be at an instant, decided in memory; the same instant, the same stories. */
export const tellWorld = (size: WorldSize, now: string): ToldCase[] =>
  demoStories(size, tokyoDay(now)).map(story => tellStory(story, { now, hubs }));

/** The same without keeping this thread to itself: whoever asks for something meanwhile is answered between two stories. */
export async function tellWorldInTurns(size: WorldSize, now: string): Promise<ToldCase[]> {
  const told: ToldCase[] = [];
  for (const story of demoStories(size, tokyoDay(now))) {
    told.push(tellStory(story, { now, hubs }));
    await new Promise(resolve => setImmediate(resolve));
  }
  return told;
}
