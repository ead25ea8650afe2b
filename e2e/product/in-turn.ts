import { readdirSync } from 'node:fs';

/** So many days it takes until each of those that take turns was run. */
const DAYS = 5;

/** Walked in every run: the way home, what the board is for, and every screen. */
const always = ['way-home', 'moving', 'handoff', 'first-visit', 'board', 'every-screen', 'live', 'budgets'];
/** Those that find a fault in whatever was changed: who may what, loss, sessions. */
const alwaysFaults = ['access', 'access-matrix', 'access-cells', 'kill', 'revocation', 'sessions'];

const kinds = {
  journeys: { folder: 'e2e/journeys', ending: '.test.ts', always },
  faults: { folder: 'e2e/faults', ending: '.gate.test.ts', always: alwaysFaults },
};

/**
 * Files of a kind that wait for another day: all but those of every run and a fifth of the others. None where no day is
 * named, as in `npm run test:whole`, and for whoever names files.
 */
export function waitingFor(kind: keyof typeof kinds, turn = process.env.TURN): string[] {
  if (turn === undefined) return [];
  const { folder, ending, always: names } = kinds[kind];
  const others = readdirSync(folder)
    .filter(file => file.endsWith(ending) && !names.includes(file.slice(0, -ending.length)))
    .sort();
  return others.filter((_file, place) => (place + Number(turn)) % DAYS !== 0).map(file => `${folder}/${file}`);
}
