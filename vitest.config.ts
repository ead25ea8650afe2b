import { defineConfig } from 'vitest/config';
import { waitingFor } from './e2e/product/in-turn.ts';

// Tests run on the TypeScript sources: the `source` condition of each package's exports names them.
const conditions = ['source', 'module', 'node', 'development'];
const exclude = ['**/node_modules/**', '**/dist/**'];
/** Beside its source, and too long for every run. */
const isDeep = ['packages/**/*.deep.test.ts'];
const isDatabase = ['packages/**/*.db.test.ts', 'services/**/*.db.test.ts'];
const isTimed = ['e2e/journeys/live.test.ts'];
// Against the clock of a quiet machine: a command of its own.
const isBudget = ['e2e/journeys/budgets.test.ts'];
// Those that kill, or measure how soon something is seen.
const isTimedFault = ['kill', 'revocation', 'two-processes', 'held-outbox', 'long-import'].map(
  name => `e2e/faults/${name}.gate.test.ts`,
);
const firstStart = { globalSetup: ['e2e/product/first-start.ts'] };
// A poll waits as long as the browser does; one that measures how soon something is seen says its own time.
const slow = { testTimeout: 600_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.ts',
            'services/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'e2e/bench/**/*.test.ts',
          ],
          exclude: [...exclude, ...isDatabase, ...isDeep],
          // Files share what they import: nothing of it is changed by a test, and half of the time goes with importing anew.
          isolate: false,
          // A test of thousands of draws takes a second, and on a busy machine ten.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: isDatabase,
          exclude: [...exclude, ...waitingFor('database')],
          isolate: false,
          globalSetup: ['packages/testkit/src/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They wait for the database a third of their time.
          maxWorkers: 3,
        },
      },
      // The program as its users run it, killed and cut. Those that need the whole machine come alone, after.
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['e2e/faults/**/*.gate.test.ts'],
          exclude: [...exclude, ...isTimedFault, ...waitingFor('faults')],
          maxWorkers: 2,
          ...firstStart,
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'timed-faults',
          include: isTimedFault,
          exclude: [...exclude, ...waitingFor('faults')],
          fileParallelism: false,
          ...slow,
        },
      },
      // A browser waits more than it works: two journeys share the two cores. Those that measure time come alone, after.
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/journeys/**/*.test.ts'],
          exclude: [...exclude, ...isTimed, ...isBudget, ...waitingFor('journeys')],
          maxWorkers: 2,
          ...firstStart,
          ...slow,
        },
      },
      {
        extends: true,
        test: { name: 'timed-journeys', include: isTimed, exclude, fileParallelism: false, ...slow },
      },
      {
        extends: true,
        test: { name: 'budgets', include: isBudget, exclude, fileParallelism: false, ...slow },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: ['e2e/faults/**/*.deep.test.ts', ...isDeep],
          exclude,
          globalSetup: ['packages/testkit/src/database-server.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
