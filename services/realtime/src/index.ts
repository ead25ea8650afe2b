export { startRealtime } from './gateway.ts';
export type { RealtimePorts } from './ports.ts';
