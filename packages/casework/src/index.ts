export type * from './casework.ts';
export * from './outcome.ts';
export * from './ports.ts';
