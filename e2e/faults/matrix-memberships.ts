import { shareOf } from '../product/how-much.ts';
import { inLanes } from './in-lanes.ts';
import type { MatrixWorld } from './matrix-world.ts';
import type { Member } from './people-world.ts';
import { asksOf } from './route-asks.ts';
import { type Found, routeFaults } from './route-faults.ts';
import { routeRows } from './route-table.ts';
import { nameOf, raw } from './told.ts';
import { waitingRows } from './waiting-table.ts';

/** Routes opened to people whose membership is not here yet or is over: those to which everybody is nobody, and no other. */
export async function oddFaults(world: MatrixWorld): Promise<Found> {
  const [child] = world.children;
  const found: Found = { cells: 0, faults: [] };
  for (const { role, client } of [...world.odd.future, ...world.odd.over]) {
    const member = { role, relation: child.relations[0] as Member['relation'], client };
    await inLanes(asksOf(member, child, world), async ({ row, path, init }) => {
      const { status, text } = await raw(member, path, init);
      found.cells += 1;
      const isOpen = row === 'GET /place' || row === 'GET /session';
      if (status !== (isOpen ? 200 : 401)) found.faults.push(`${role} ${row}: ${status}`);
      if (isOpen && /member|dischargeNurse/.test(text)) found.faults.push(`${role} ${row}: somebody`);
    });
  }
  return found;
}

/** People of a stranger who are members of the lead too: answered as strangers, until they act there. */
export async function elsewhereFaults(world: MatrixWorld): Promise<Found> {
  const [child, other] = world.children;
  const stranger = child.relations.find(({ name }) => name === 'stranger') as Member['relation'];
  const lead = child.relations[0] as Member['relation'];
  const found: Found = { cells: 0, faults: [] };
  const everyRow = [...routeRows.keys(), ...waitingRows];
  for (const [at, { role, client }] of world.odd.elsewhere.entries()) {
    const rows = shareOf(everyRow, at, 4);
    const ask = async (relation: Member['relation']) => {
      const asked = await routeFaults({ role, relation, client }, { world, child, others: [other] }, { rows });
      found.cells += asked.cells;
      found.faults.push(...asked.faults);
    };
    await ask(stranger);
    const member = { role, relation: lead, client };
    const acting = { method: 'PUT', body: JSON.stringify({ membership: `besides-${role}` }) };
    const { status } = await raw(member, '/me/membership', acting);
    if (status !== 200) found.faults.push(`${nameOf(member)} does not act there: ${status}`);
    await ask(lead);
  }
  return found;
}
