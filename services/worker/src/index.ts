export { startWorker, type WorkerPorts } from './start-worker.ts';
