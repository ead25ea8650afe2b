export { answersOnce } from './answers-once.ts';
export { API, createApi, implementationsOf } from './create-api.ts';
export { openApiDocument } from './open-api.ts';
export { hashPassword, isPassword } from './password.ts';
export type { ApiPorts, DemoDay, DemoDayStep, DemoDesk, DemoHappening, DemoStory } from './ports.ts';
