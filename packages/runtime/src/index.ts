export { createClock } from './clock.ts';
export { cookieName, screenCookie, screenCookieName, screenTokenOf, sessionCookie, tokenOf } from './cookies.ts';
export { type Environment, readEnvironment } from './environment.ts';
export { createLogger, faultLines, type Logger } from './logger.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { isOwnHost, isOwnOrigin, type Place } from './origins.ts';
export { type RehearsalClock, rehearsalClock } from './rehearsal-clock.ts';
