export { abilityOf } from './ability.ts';
export { accessOf, categoryRights, readsEntry, type WrittenEntry } from './case-access.ts';
export {
  eventsBy,
  mayAdminister,
  mayCorrect,
  mayImport,
  mayRegister,
  maySend,
  registers,
  seesBoard,
} from './commands.ts';
export { type AccessContext, accessChanged, deriveAccess } from './derive-access.ts';
export { knownEventTypes, neverSent } from './event-groups.ts';
export { permissionsDocument } from './permissions-document.ts';
export { projectCard, type SeenCard, visibilityKey } from './project-card.ts';
export { projectFacts } from './project-facts.ts';
export type { Right } from './role.ts';
export { roles } from './roles.ts';
export * from './viewer.ts';
