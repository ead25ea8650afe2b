export { demoStories, tellWorld, type WorldSize } from './demo-world.ts';
export { type DemoOrganisation, demoOrganisations } from './organisations.ts';
export { type DemoPerson, demoPeople, leadingPeople } from './people.ts';
