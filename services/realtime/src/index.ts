export { type Realtime, startRealtime } from './gateway.ts';
export type { RealtimePorts } from './ports.ts';
