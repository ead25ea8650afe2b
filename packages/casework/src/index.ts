export { type BoardPulse, boardDifference, pulseOf } from './board-difference.ts';
export { canonicalJson, chainHash, emptyHead, saltedHash } from './canonical.ts';
export type * from './casework.ts';
export { createCasework } from './create-casework.ts';
export { parseEventBytes, toEventBytes } from './event-bytes.ts';
export * from './outcome.ts';
export { toIssues } from './parse-event.ts';
export * from './ports.ts';
export { cardFor, fullKana, fullName } from './state-of.ts';
