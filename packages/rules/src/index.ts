export * from './amount.ts';
export * from './calendar.ts';
export * from './fees/fee-rules.ts';
export * from './outcome.ts';
export * from './rule.ts';
export * from './rule-list.ts';
export * from './rule-set.ts';
export * from './source.ts';
