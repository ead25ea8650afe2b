import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';
import { Server } from 'socket.io';

/**
 * The limit beside which the product is measured: Express with its JSON middlewares and one durable data-modifying
 * statement (state with version check, event, outbox), and Socket.IO broadcasting the change after the commit.
 * No sign-in, no access, no chain, no idempotency.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
pool.on('error', () => undefined);

const schema = `
  CREATE TABLE IF NOT EXISTS bare_state (id int PRIMARY KEY, version int NOT NULL, stage text NOT NULL, facts jsonb NOT NULL) WITH (fillfactor = 70);
  CREATE TABLE IF NOT EXISTS bare_event (id int, seq int, payload jsonb, PRIMARY KEY (id, seq));
  CREATE TABLE IF NOT EXISTS bare_outbox (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id int, seq int);
  INSERT INTO bare_state SELECT n, 0, 'a', '{}' FROM generate_series(0, 1999) n ON CONFLICT DO NOTHING;
  UPDATE bare_state SET version = 0;
  TRUNCATE bare_event, bare_outbox;`;

const move = `
  WITH moved AS (UPDATE bare_state SET version = version + 1, stage = $3 WHERE id = $1 AND version = $2 RETURNING id, version),
  event AS (INSERT INTO bare_event SELECT id, version, $4::jsonb FROM moved),
  told AS (INSERT INTO bare_outbox (id, seq) SELECT id, version FROM moved)
  SELECT version FROM moved`;

const app = express();
app.use(express.json());
const server = createServer(app);
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });

app.post('/move', async (asked, answer) => {
  const { id, version, to } = asked.body;
  const payload = JSON.stringify({ id, version, to, at: new Date().toISOString() });
  const done = await pool.query({ name: 'move', text: move, values: [id, version, to, payload] });
  const [row] = done.rows;
  if (!row) return void answer.status(409).json({ code: 'conflict' });
  io.to('board').emit('changed', { id, version: row.version, stage: to });
  answer.json({ version: row.version });
});

app.get('/board', async (_asked, answer) => {
  const board = await pool.query({
    name: 'board',
    text: `SELECT json_agg(json_build_array(id, version, stage, facts) ORDER BY id)::text AS rows FROM bare_state WHERE id < 500`,
  });
  answer.type('application/json').send(board.rows[0].rows);
});

io.on('connection', socket => void socket.join('board'));

await pool.query(schema);
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
