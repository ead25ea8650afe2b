export * from './calendar/business-day.ts';
export * from './calendar/day.ts';
export { type Day, day } from './calendar/meant-day.ts';
export * from './calendar/period.ts';
export { lastGoingHome, type RestDay, restDay, weekdayOf } from './calendar/rest-day.ts';
export type { Words } from './words.ts';
