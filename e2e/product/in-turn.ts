import { readdirSync } from 'node:fs';

/** So many days it takes until each of those that take turns was run. */
const DAYS = 14;

/** Walked in every run: the way home, what the board is for, and every screen. */
const always = ['way-home', 'moving', 'board', 'every-screen', 'live', 'budgets'];
/** Those that find a fault in whatever was changed: who may what, loss, sessions. */
const alwaysFaults = ['access', 'access-matrix', 'access-cells', 'kill', 'revocation', 'sessions'];

/** All but those of every run. */
const besides = (folder: string, ending: string, names: readonly string[]): string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith(ending) && !names.includes(file.slice(0, -ending.length)))
    .map(file => `${folder}/${file}`);

/** Half of the time of the database tests: each makes databases, clusters or programs by the dozen. */
const manyDatabases = [
  'packages/store/src/migration/migrate',
  'packages/store/src/postgres/initialise-cluster',
  'packages/store/src/postgres/installation',
  'packages/store/src/postgres/start-embedded-postgres',
  'packages/store/src/transfer/transfer',
  'services/api/src/joining',
  'services/api/src/proposals',
  'services/api/src/two-founders',
  'services/api/src/watched-founders',
  'services/realtime/src/presence',
  'services/standalone/src/demo/demo-desk',
  'services/standalone/src/redecide-case',
  'services/worker/src/mail/mail',
  'services/worker/src/start-worker',
  'services/worker/src/timers',
].map(name => `${name}.db.test.ts`);

const takingTurns = {
  journeys: () => besides('e2e/journeys', '.test.ts', always),
  faults: () => besides('e2e/faults', '.gate.test.ts', alwaysFaults),
  database: () => manyDatabases,
};

/**
 * Files of a kind that wait for another day: of those that take turns, all but a fourteenth. None where no day is named, as in
 * `npm run test:whole`, and for whoever names files.
 */
export function waitingFor(kind: keyof typeof takingTurns, turn = process.env.TURN): string[] {
  return takingTurns[kind]()
    .sort()
    .filter((_file, place) => !isTurnOf(place, turn));
}

/** Whether a part that takes turns is run on a day; always where no day is named. */
export const isTurnOf = (place: number, turn = process.env.TURN): boolean =>
  turn === undefined || (place + Number(turn)) % DAYS === 0;
