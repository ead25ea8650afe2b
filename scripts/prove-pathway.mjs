// docs/pathway-proof.json: the pathway proved over the built chart, which takes a search of some seconds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toldOfDeadline } from '../packages/access/dist/index.js';
import { stepOfDeadline } from '../packages/discharge/dist/chart.js';
import { explore } from '../packages/discharge/dist/histories/explore.js';
import { emptyFacts } from '../packages/discharge/dist/index.js';
import { provePathway } from '../packages/discharge/dist/proof/proof.js';
import { claimedHere, searchedHere, walkedIn } from '../packages/discharge/dist/proof/this-pathway.js';
import { notices } from '../packages/notices/dist/index.js';
import { root } from './prepare.mjs';

const stepOf = kind => stepOfDeadline({ kind, ref: '' }, emptyFacts(''))?.event ?? null;

/** Whom a deadline is told to, and whether the catalogue of notices knows how. */
function toldOf(kind) {
  const told = toldOfDeadline(kind, stepOf);
  return told && { notice: told.task in notices ? told.task : null, roles: told.roles, escalatedTo: told.escalatedTo };
}

function histories() {
  const folder = join(root, 'packages/discharge/src/histories');
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  return names.map(name => walkedIn(name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

export function pathwayProof() {
  const walked = histories();
  const proof = provePathway(claimedHere(toldOf), searchedHere(explore(), walked), walked);
  const lines = Object.entries(proof).map(([name, part]) => `  ${JSON.stringify(name)}: ${linesOf(part)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** One line a row, so that a change of the pathway reads as a change of lines. */
const linesOf = part =>
  Array.isArray(part) && part.length > 0
    ? `[\n${part.map(row => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
    : JSON.stringify(part);
