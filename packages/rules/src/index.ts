export * from './amount.ts';
export * from './calendar.ts';
export * from './codes/check-digits.ts';
export { isKana, toHiragana } from './codes/kana.ts';
export { a246Screen1 } from './deadlines/a246-1-screen.ts';
export { a246Screen2 } from './deadlines/a246-2-screen.ts';
export { type Deadline, type DeadlineFact, type DeadlineRule, deadlineFacts } from './deadlines/deadline.ts';
export { deadlineRules } from './deadlines/deadline-rules.ts';
export {
  type Beds,
  type CounterAnswer,
  type CounterStanding,
  counterStandings,
  type FacilityCounts,
} from './facility/counter.ts';
export { askCounters, counters } from './facility/counters.ts';
export { wardFees } from './fees/fact-codes.ts';
export * from './fees/facts.ts';
export * from './fees/fee.ts';
export * from './fees/fee-rules.ts';
export { partiesThere } from './fees/guidance.ts';
export * from './outcome.ts';
export { type Remark, remark } from './remark.ts';
export * from './rule.ts';
export * from './rule-list.ts';
export * from './rule-set.ts';
export { type MedicalCareFacts, medicalCareFacts } from './scores/medical-care-facts.ts';
export {
  type MedicalCareItemId,
  medicalCareItemIds,
  medicalCareItems,
  watchLevels,
} from './scores/medical-care-items.ts';
export { type MedicalCareScore, medicalCareScore } from './scores/medical-care-score.ts';
export { motorFunctions, type SevereChildFacts, severeChildFacts } from './scores/severe-child-facts.ts';
export { type SevereChildItemId, severeChildItemIds, severeChildItems } from './scores/severe-child-items.ts';
export { type SevereChildScore, severeChildScore } from './scores/severe-child-score.ts';
export * from './source.ts';
export { entriesOf, fieldOf, partOf, type Sent, toldBeside } from './told-beside.ts';
