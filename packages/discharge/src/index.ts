export * from './day.ts';
export * from './facts.ts';
export * from './vocabulary.ts';
export * from './words.ts';
