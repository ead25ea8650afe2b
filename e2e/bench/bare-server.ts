import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';
import { Server } from 'socket.io';
import { createActor, createMachine } from 'xstate';

/**
 * The limit beside which the product is measured: Express with its JSON middlewares and one durable statement (state
 * with version check, event, outbox), prepared by name; Socket.IO broadcasting each change with its card after its commit;
 * a board built by PostgreSQL. No sign-in, no access, no chain, no keys. Its tables are made by bare-tables.ts.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
pool.on('error', () => undefined);

const move = `
  WITH moved AS (UPDATE bare_state SET version = version + 1, stage = $3 WHERE id = $1 AND version = $2 RETURNING id, version),
  event AS (INSERT INTO bare_event SELECT id, version, $4::jsonb FROM moved),
  told AS (INSERT INTO bare_outbox (id, seq) SELECT id, version FROM moved)
  SELECT version FROM moved`;
const board = `
  SELECT json_agg(json_build_array(id, no, name, age, corr_age, stage, col, phase, tracks, needs, due, turn, holds, cond,
    next, owners, flags, lead, version) ORDER BY id)::text AS cards FROM bare_card WHERE lead = $1 AND active`;

// A stack with XState loads it and restores a machine once: eight regions of six states.
const region = (n: number) => [
  `r${n}`,
  {
    initial: 's0',
    states: Object.fromEntries([0, 1, 2, 3, 4, 5].map(s => [`s${s}`, { on: { go: `s${(s + 1) % 6}` } }])),
  },
];
const chart = createMachine({
  type: 'parallel',
  states: Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map(region)),
});
const fresh = createActor(chart).start();
fresh.send({ type: 'go' });
createActor(chart, { snapshot: fresh.getPersistedSnapshot() }).start();

// A change carries the whole card, as the product's does: what a client needs to draw it anew without asking.
const card = {
  ...{ no: 'K-100000', name: '青木 はる', age: 14, stage: 'planning', column: 'assessment', phase: 'P1' },
  tracks: { community: 'working', training: 'working', equipment: 'ready', entitlements: 'working' },
  needs: ['tracheostomy', 'ventilator', 'oxygen', 'gastrostomy'],
  due: { kind: 'conference', on: '2026-12-03' },
  turn: { org: 'org-1', role: 'dischargeNurse', since: '2026-11-28', days: 2 },
  ...{ holds: ['device'], cond: { done: 3, all: 8 }, next: 'planWritten', owners: ['org-1', 'org-2'], flags: [] },
  lead: 'org-1',
};

const app = express();
app.use(express.json());
const server = createServer(app);
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });

app.post('/move', async (asked, answer) => {
  const { id, version, to } = asked.body;
  const payload = JSON.stringify({ id, version, to, at: new Date().toISOString() });
  const { rows } = await pool.query({ name: 'move', text: move, values: [id, version, to, payload] });
  if (!rows[0]) return void answer.status(409).json({ code: 'conflict' });
  io.to('board').emit('changed', { id, version: rows[0].version, card: { ...card, stage: to } });
  answer.json({ version: rows[0].version });
});

app.get('/board', async (asked, answer) => {
  const { rows } = await pool.query({ name: 'board', text: board, values: [asked.query.lead] });
  answer.type('application/json').send(rows[0].cards);
});

io.on('connection', socket => void socket.join('board'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
