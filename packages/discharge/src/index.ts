export type { FullCard } from './card.ts';
export * from './day.ts';
export * from './event.ts';
export * from './facts.ts';
export * from './requirement.ts';
export * from './vocabulary.ts';
export * from './words.ts';
