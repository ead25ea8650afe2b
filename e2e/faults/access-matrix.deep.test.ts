import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product/product.ts';
import { missing } from './ask.ts';
import { canaryEntries, openCanaryCase, type Planted } from './canary-case.ts';
import { caselessRows } from './caseless-rows.ts';
import { commandFaults, readCommands } from './command-faults.ts';
import { inLanes } from './in-lanes.ts';
import { around, type MatrixWorld, matrixWorld } from './matrix-world.ts';
import type { Member } from './people-world.ts';
import { randomFrom } from './random-from.ts';
import { bringIn, randomOrganisation } from './random-organisations.ts';
import type { Child } from './route-asks.ts';
import { routeFaults } from './route-faults.ts';
import { routeRows } from './route-table.ts';
import { waitingRows } from './waiting-table.ts';

const CHILDREN = Number(process.env.MATRIX_CHILDREN ?? 8);
const ORGANISATIONS = 12;

let product: Product;
let world: MatrixWorld;
let cells = 0;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const drawn = Array.from({ length: CHILDREN }, (_, child) =>
  Array.from({ length: ORGANISATIONS }, (_, at) => randomOrganisation(random, `drawn-${child}-${at}`)),
);

/** The whole matrix takes longer than a session lasts in which nobody does anything. */
const KEEP_MS = 4 * 60_000;
let keeping: NodeJS.Timeout;

beforeAll(async () => {
  console.log(`seed ${seed}`);
  product = await startProduct();
  world = await matrixWorld(
    product,
    drawn.flat().map(({ relation }) => relation),
  );
  const everybody = [...world.members, ...world.waiving, ...world.officers, ...world.guardians].map(
    ({ client }) => client,
  );
  keeping = setInterval(
    () => void inLanes(everybody, async client => void (await client.get('/me'))).catch(() => {}),
    KEEP_MS,
  );
});
afterAll(async () => {
  clearInterval(keeping);
  console.log(`${cells} cells of the whole matrix asked, seed ${seed}`);
  await product?.remove();
});

/** Every person once, without anything left out. */
async function askAll(people: readonly Member[], child: Child, rows?: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const others = world.children.filter(other => other !== child);
  await inLanes(people, async member => {
    const found = await routeFaults(member, { world, child, others }, rows ? { rows } : {});
    cells += found.cells;
    wrong.push(...found.faults);
  });
  return wrong;
}

const finch = (n: number): Planted => ({
  bird: `finch${n}x`,
  name: `スズメ${'アイウエオカキクケコサシスセソ'[n % 15]}ノ`,
  kana: `すずめ${'あいうえおかきくけこさしすせそ'[n % 15]}の`,
  hospitalNumber: `HN-FINCH-${5000 + n}`,
  bornOn: `2013-04-${String(10 + n)}`,
  caregiver: `finch${n}x-caregiver`,
  deviceModel: `finch${n}x-device-model`,
  schemeUntil: `2037-09-${String(10 + n)}`,
  fileGuardian: `finch${n}x-file-guardian`,
  fileAllergy: `finch${n}x-file-allergy`,
  fileDevice: `finch${n}x-file-device`,
  fileDeviceNote: `finch${n}x-file-note-of-device`,
});

describe('the whole matrix', () => {
  it('of routes is answered as the table by hand says, whoever asks', async () => {
    for (const child of world.children) expect(await askAll(around(world, child), child)).toEqual([]);
  });

  it('of commands is answered as the table by hand says, every command by everybody', async () => {
    const { columns, sendable } = await readCommands(world.member('lead', 'doctor'));
    for (const child of world.children) {
      const wrong: string[] = [];
      await inLanes(around(world, child), async member => {
        cells += sendable.length;
        wrong.push(...(await commandFaults(member, sendable, { caseId: child.caseId, columns })));
      });
      expect(wrong).toEqual([]);
    }
  });
});

describe('organisations that came to a child in any way', () => {
  for (const [n, organisations] of drawn.entries())
    it(`are told what is theirs by people.md, and send it: child ${n + 1}`, async () => {
      const words = finch(n);
      const nurse = world.member('lead', 'dischargeNurse');
      const caseId = await openCanaryCase(nurse, words);
      for (const organisation of organisations) await bringIn(world, caseId, organisation);
      for (const event of canaryEntries(words)) {
        const { body } = await nurse.get<{ version: number }>(`/cases/${caseId}`);
        expect((await nurse.send(caseId, body.version, event)).status, String(event.type)).toBe(200);
      }
      const relations = organisations.map(({ relation }) => relation);
      const { body } = await nurse.get<{ no: string }>(`/cases/${caseId}`);
      const guardians = { invited: missing, withdrawn: missing, elsewhere: missing };
      const child = { caseId, no: body.no, words, relations, draft: 'x', file: 'x', previewed: 'lead', ...guardians };
      const people = around(world, child);
      expect(people.length).toBe(ORGANISATIONS * 13);
      const rows = [...routeRows.keys(), ...waitingRows].filter(
        row => !caselessRows.includes(row) && !row.includes('drafts'),
      );
      expect(await askAll(people, child, rows)).toEqual([]);
      const { columns, sendable } = await readCommands(world.member('lead', 'doctor'));
      const wrong: string[] = [];
      await inLanes(people, async member => {
        cells += sendable.length;
        wrong.push(...(await commandFaults(member, sendable, { caseId, columns })));
      });
      expect(wrong, JSON.stringify(organisations)).toEqual([]);
    });
});
