export {
  abilityOf,
  accessOf,
  categoryRights,
  eventsBy,
  mayAdminister,
  mayImport,
  mayRegister,
  maySend,
  registers,
  seesBoard,
} from './ability.ts';
export { type AccessContext, accessChanged, deriveAccess } from './derive-access.ts';
export { permissionsDocument } from './permissions-document.ts';
export { projectCard, type SeenCard, visibilityKey } from './project-card.ts';
export { projectFacts } from './project-facts.ts';
export type { Right } from './role.ts';
export { roles } from './roles.ts';
export * from './viewer.ts';
