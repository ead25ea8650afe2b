export { type DemoOrganisation, type DemoPerson, demoOrganisations, demoPeople } from './organisations.ts';
export { type DemoWorld, seedDemo } from './seed-demo.ts';
export { demoStories } from './stories.ts';
