export { type Running, start } from './start.ts';
