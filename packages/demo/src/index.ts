export { demoWall } from './demo-wall.ts';
export { demoStories, tellWorld, tellWorldInTurns, type WorldSize } from './demo-world.ts';
export { demoDuty } from './duty.ts';
export { type Moment, type Stopped, type StoryNow, storyNow } from './happenings/story-now.ts';
export { type ToldHappening, toldHappenings } from './happenings/told-happenings.ts';
export { type DemoOrganisation, demoOrganisations } from './organisations.ts';
export { type DemoPerson, demoPeople, leadingPeople, personOf } from './people.ts';
export { waitingFor } from './waiting.ts';
