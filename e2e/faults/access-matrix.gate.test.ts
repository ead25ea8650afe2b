import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOf } from '../product/how-much.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { caselessRows } from './caseless-rows.ts';
import { commandFaults, readCommands } from './command-faults.ts';
import { inLanes } from './in-lanes.ts';
import { frameFaults, statusAfterWithdrawal } from './matrix-guardians.ts';
import { elsewhereFaults, oddFaults } from './matrix-memberships.ts';
import { hasHeard, type Listener, listenTo, socketFaults } from './matrix-sockets.ts';
import { around, type MatrixWorld, matrixWorld } from './matrix-world.ts';
import { searchFaults, searching } from './other-organisations.ts';
import { expectedColumn, sighted } from './people-table.ts';
import type { Member } from './people-world.ts';
import { refusalFaults } from './refusal-faults.ts';
import { asksOf, type Child } from './route-asks.ts';
import { routeFaults } from './route-faults.ts';
import { commandRoutes, openRoutes, routeColumns, routeOf, routeRows } from './route-table.ts';
import { socketTable } from './socket-table.ts';
import { everythingOf, nameOf, readKinds, shapeFaults } from './told.ts';
import { doneFaults } from './waiting-done.ts';
import { caselessWaiting, sidesOfReferrals, twinLead, waitingRows } from './waiting-table.ts';

let product: Product;
let world: MatrixWorld;
let cells = 0;

beforeAll(async () => {
  product = await startProduct();
  world = await matrixWorld(product);
});
afterAll(async () => {
  console.log(`${cells} cells of the matrix asked`);
  await product?.remove();
});

describe('the table of routes', () => {
  it('has a row for every route that the program publishes, and no other', () => {
    const { published } = world;
    const rows = [...routeRows.keys(), ...waitingRows];
    const named = [...rows.map(routeOf), ...Object.keys(openRoutes), ...commandRoutes];
    expect(published.size).toBeGreaterThan(40);
    expect([...published].filter(route => !named.includes(route))).toEqual([]);
    expect(named.filter(route => !published.has(route))).toEqual([]);
  });

  it('has a letter for every role, and a question for every row', () => {
    for (const [row, letters] of routeRows) expect(letters.length, row).toBe(routeColumns.length);
    const [child] = world.children;
    const asked = asksOf(world.members[0] as Member, child, world).map(({ row }) => row);
    expect([...asked].sort()).toEqual([...routeRows.keys(), ...waitingRows].sort());
  });

  it('names every message of the socket', () => {
    const source = readFileSync(join(root, 'packages/contracts/src/socket.ts'), 'utf8');
    const messages = [...source.matchAll(/^ {2}'([a-z]+\.[a-z]+)':/gm)].map(([, name = '']) => name);
    expect(messages.sort()).toEqual(Object.keys(socketTable).sort());
  });
});

describe('every route × role × relation × consent', () => {
  const wrong: string[] = [];
  type Who = { member: Member; flags?: readonly string[]; rows?: readonly string[] };
  const everyRow = [...routeRows.keys(), ...waitingRows];
  const askAll = async (at: 0 | 1, people: readonly Who[], share = 15) => {
    const child = world.children[at];
    const others = world.children.filter(other => other !== child);
    await inLanes([...people.entries()], async ([place, { member, rows = everyRow, ...how }]) => {
      const asked = { ...how, rows: shareOf(rows, place, share) };
      const found = await routeFaults(member, { world, child, others }, asked);
      cells += found.cells;
      wrong.push(...found.faults);
    });
  };

  for (const at of [0, 1] as const)
    it(`is answered as the table by hand says, and tells only the words that it names: child ${at + 1}`, async () => {
      // What no case decides, and roles that see none by their organisation, are asked in one organisation of every kind.
      const ofKind = new Map(world.children[at].relations.map(({ kind, name }) => [kind, name]));
      const shown = ['lead', ...sidesOfReferrals, ...ofKind.values()];
      const shows = ({ relation }: Member) => shown.includes(relation.name);
      const people = around(world, world.children[at]).filter(one => shows(one) || sighted.includes(one.role));
      const caseless = [...caselessRows, ...caselessWaiting];
      const aboutCases = [...routeRows.keys(), ...waitingRows].filter(row => !caseless.includes(row));
      expect(people.length).toBeGreaterThan(150);
      // What no case decides is answered alike beside either child.
      await askAll(
        at,
        people.map(member => (at === 0 && shows(member) ? { member } : { member, rows: aboutCases })),
      );
      expect(wrong.splice(0)).toEqual([]);
    });

  it('has no more of the second child in its shape either: ways, dates, kinds of entries, people', async () => {
    const { caseId } = world.children[1];
    const kindsByType = await readKinds(world.member('lead', 'doctor'));
    const seeing = around(world, world.children[1]).filter(one => expectedColumn(one.role, one.relation) !== null);
    await inLanes(seeing, async member => {
      const faults = shapeFaults({ world, kindsByType }, member, await everythingOf(member, caseId));
      cells += 24;
      wrong.push(...faults.map(fault => `${nameOf(member)}: ${fault}`));
    });
    expect(wrong.splice(0)).toEqual([]);
  });

  it('is the same with a flag, but for what the flag opens', async () => {
    const rows = ['GET /cases/{id}', 'GET /reports/counts', 'GET /admin/people'];
    const opened = ['GET /cases/{id}/access-log', 'GET /admin/sign-ins'];
    for (const at of [0, 1] as const) {
      const { relations } = world.children[at];
      const officers = world.officers.filter(({ relation }) => relations.some(({ name }) => name === relation.name));
      const isOfficer = { flags: ['privacyOfficer'], rows: [...rows, ...opened] };
      await askAll(
        at,
        officers.map(member => ({ member, ...isOfficer })),
        2,
      );
    }
    await askAll(
      0,
      world.waiving.map(member => ({ member, flags: ['mayWaive', 'orgAdmin'] })),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what waits for a decision', () => {
  it('is told to the lead of the other case as far as a person has said so, and of what was found to be alike nothing', async () => {
    const wrong: string[] = [];
    const lists = [...routeRows.keys()].filter(row => /referrals|search|board|merges|similar|proposals/.test(row));
    const rows = [...waitingRows, ...lists];
    const members = world.members.filter(({ relation }) => relation.name === twinLead.name);
    for (const child of world.children)
      await inLanes([...members.entries()], async ([at, member]) => {
        const found = await routeFaults(member, { world, child, others: [] }, { rows: shareOf(rows, at, 20) });
        cells += found.cells;
        wrong.push(...found.faults);
      });
    expect(wrong).toEqual([]);
  });
});

describe('a guardian', () => {
  it('is told of the one child what people.md names, of every other that there is none', async () => {
    const wrong: string[] = [];
    expect(world.guardians.length).toBe(6);
    for (const { child, ...member } of world.guardians) {
      const [other] = world.children.filter(one => one !== child) as [Child];
      const own = await routeFaults(member, { world, child, others: [other] }, { flags: ['invited'] });
      const stranger = { ...member, relation: { ...member.relation, stands: 'stranger' as const } };
      const rows = [...routeRows.keys()].filter(row => row.includes('/cases/{id}'));
      const elsewhere = await routeFaults(stranger, { world, child: other, others: [child] }, { rows });
      cells += own.cells + elsewhere.cells;
      wrong.push(...own.faults, ...elsewhere.faults);
    }
    expect([...wrong, ...(await frameFaults(world))]).toEqual([]);
    expect(await statusAfterWithdrawal(world, world.children[0])).toBe(401);
  });
});

describe('the name of another organisation × role × relation', () => {
  it('finds a child for whoever is told that it takes part, and for nobody else', async () => {
    const wrong: string[] = [];
    for (const child of world.children)
      await inLanes(
        around(world, child).filter(({ role, relation }) => relation.name !== 'lead' && searching.includes(role)),
        async member => {
          const found = await searchFaults(member, child);
          cells += found.cells;
          wrong.push(...found.faults.map(fault => `${nameOf(member)}: ${fault}`));
        },
      );
    expect(wrong).toEqual([]);
  });
});

describe('commands × role × relation of the second child', () => {
  it('is allowed, refused or unknown as the table by hand says', async () => {
    const child = world.children[1];
    const { columns, sendable } = await readCommands(world.member('lead', 'doctor'));
    const wrong: string[] = [];
    await inLanes([...around(world, child).entries()], async ([at, member]) => {
      const asked = shareOf(sendable, at, 30);
      cells += asked.length;
      wrong.push(...(await commandFaults(member, asked, { caseId: child.caseId, columns })));
    });
    expect(wrong).toEqual([]);
  });
});

describe('what is told beside the answers', () => {
  it('names no child: pages as they are served, figures, and what the program writes about itself', async () => {
    const [child] = world.children;
    const pages = ['/', '/board', '/tasks', '/handoffs', `/cases/${child.caseId}`, `/cases/${child.caseId}/record`];
    const told: [string, string][] = [];
    for (const { client, role, relation } of world.members.filter(({ relation: { name } }) => name === 'lead'))
      for (const path of [...pages, '/metrics', '/healthz', '/readyz', '/api/v1/openapi.json', '/api/v1/docs']) {
        const answer = await fetch(`${product.url}${path}`, { headers: { cookie: client.cookie } });
        told.push([`${relation.name} ${role} ${path}`, await answer.text()]);
      }
    told.push(['the log', product.log()]);
    for (const { words } of world.children) {
      const planted = [words.bird, words.name, words.kana, words.bornOn, words.schemeUntil];
      cells += told.length * planted.length;
      expect(told.filter(([, text]) => planted.some(word => text.includes(word))).map(([where]) => where)).toEqual([]);
    }
  });

  it('names no child in a refusal: an input that is wrong, a move that is not met, a version that is old', async () => {
    const wrong: string[] = [];
    for (const child of world.children) {
      const { body } = await world.member('lead', 'dischargeNurse').get<{ version: number }>(`/cases/${child.caseId}`);
      await inLanes(around(world, child), async member => {
        const found = await refusalFaults(member, child, body.version);
        cells += found.cells;
        wrong.push(...found.faults);
      });
    }
    expect(wrong).toEqual([]);
  });
});

describe('a membership', () => {
  it('that is not here yet, or is over, opens no route', async () => {
    const found = await oddFaults(world);
    cells += found.cells;
    expect(found.faults).toEqual([]);
  });

  it('in which somebody does not act opens nothing, until they act in it', async () => {
    const found = await elsewhereFaults(world);
    cells += found.cells;
    expect(found.faults).toEqual([]);
  });
});

describe('every message of the socket × role × relation', () => {
  const say = async (child: Child, note: string): Promise<number> => {
    const nurse = world.member('lead', 'dischargeNurse');
    const sent = await nurse.send(child.caseId, '*', { type: 'note.added', note });
    expect(sent.status).toBe(200);
    return sent.body.version;
  };

  for (const at of [0, 1] as const)
    it(`is answered and told as the table by hand says: child ${at + 1}`, async () => {
      const child = world.children[at];
      const other = world.children[1 - at] as Child;
      const people = around(world, child);
      const listeners: Listener[] = [];
      await inLanes(people, async member => {
        listeners.push(await listenTo(product.url, member, child, other));
      });
      await say(other, `${other.words.bird} said over the socket`);
      const version = await say(child, `${child.words.bird} said over the socket`);
      const seeing = listeners.filter(({ member }) => expectedColumn(member.role, member.relation) !== null);
      await expect
        .poll(() => seeing.filter(one => !hasHeard(one, child, version)).map(({ member }) => nameOf(member)), {
          timeout: 2_000,
        })
        .toEqual([]);
      const found = listeners.map(one => socketFaults(one, child, other));
      for (const one of found) cells += one.cells;
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);

      for (const { socket } of seeing) socket.emit('case.leave', { caseId: child.caseId });
      for (const { events } of seeing) events.length = 0;
      await Promise.all(seeing.map(({ socket }) => socket.emitWithAck('board.watch')));
      const left = await say(child, 'nobody has the page open');
      const heardOf = ({ changes }: Listener) =>
        changes.some(one => one.caseId === child.caseId && one.version === left);
      await expect.poll(() => seeing.filter(one => !heardOf(one)).length, { timeout: 2_000 }).toBe(0);
      expect(seeing.filter(({ events }) => events.some(({ caseId }) => caseId === child.caseId))).toEqual([]);
      cells += seeing.length;
      for (const { socket } of listeners) socket.disconnect();
    });

  it('does not even connect with a membership that does not hold', async () => {
    for (const { role, client } of [...world.odd.future, ...world.odd.over]) {
      const member = { role, relation: world.children[0].relations[0] as Member['relation'], client };
      const outcome = await listenTo(product.url, member, world.children[0], world.children[1]).then(
        () => 'connected',
        fault => fault.message,
      );
      cells += 1;
      expect(outcome, role).toBe('sign-in');
    }
  });
});

describe('what waits for a decision, at last', () => {
  it('is decided once by everybody whom the table by hand lets decide it', async () => {
    const found = await doneFaults(world);
    cells += found.cells;
    expect(found.faults).toEqual([]);
  });
});
