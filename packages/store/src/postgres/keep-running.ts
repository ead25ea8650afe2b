import { isRunning, type Run, runServer } from './run-server.ts';

/** How soon a killed server is noticed; PostgreSQL recovers by itself once it is started again. */
const LOOK_MS = 200;

/** Starts the server again on its port when it dies without being asked to. */
export function keepRunning(run: Run, first: number): { pid(): number; letGo(): void } {
  let pid = first;
  let isStarting = false;
  const look = setInterval(async () => {
    if (isStarting || isRunning(pid)) return;
    isStarting = true;
    try {
      pid = (await runServer(run)).pid;
    } catch {
      // Its log says why; the next look tries again, and until then every request is answered with 503.
    } finally {
      isStarting = false;
    }
  }, LOOK_MS);
  look.unref();
  return { pid: () => pid, letGo: () => clearInterval(look) };
}
