export { openPostbox } from './mail/smtp.ts';
export { startPostman } from './mail/start-postman.ts';
export { startWorker, type WorkerPorts } from './start-worker.ts';
