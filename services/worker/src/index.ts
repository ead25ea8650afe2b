export { openPostbox } from './mail/smtp.ts';
export { startPostman } from './mail/start-postman.ts';
export type { PushKeys } from './outside/courier-ports.ts';
export { startCourier } from './outside/start-courier.ts';
export { startWorker, type WorkerPorts } from './start-worker.ts';
