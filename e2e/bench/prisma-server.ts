import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import express from 'express';
import { root } from '../product/product.ts';
import { PRISMA_SCHEMA } from './prisma-tables.ts';

/**
 * What a team would write with Prisma and Express for the rows of the product's own commit: an interactive transaction
 * through the model API with its defaults, on a pool of eight. The same tables, sizes and hash; no sign-in, no access, no
 * decision, no relay, and neither session nor deadlines, of which a move of the bench changes none.
 */
type Rows = Readonly<Record<string, unknown>>;
type Model = {
  create(args: { data: Rows; select: Rows }): Promise<unknown>;
  updateMany(args: { where: Rows; data: Rows }): Promise<{ count: number }>;
  findUniqueOrThrow(args: { where: Rows }): Promise<Rows>;
};
type Models = Readonly<Record<'caseState' | 'caseEvent' | 'record' | 'boardCard' | 'outbox' | 'idempotencyKey', Model>>;
type Client = Models & { $transaction<Answer>(work: (tx: Models) => Promise<Answer>): Promise<Answer> };

const generated = pathToFileURL(join(root, 'packages/store/dist/generated/prisma/client.js')).href;
// Generated from the product's schema; this room knows the wire only, so that it is typed by hand as far as it is used.
const { PrismaClient } = (await import(generated)) as { PrismaClient: new (options: object) => Client };
const pool = { connectionString: process.env.DATABASE_URL, max: 8 };
const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema: PRISMA_SCHEMA }) });

type Kept = { readonly value: unknown; readonly facts: unknown; readonly card: unknown; head: Uint8Array };
// Like the product, which keeps a warm case beside the statement.
const warm = new Map<string, Kept>();

async function keptCase(caseId: string): Promise<Kept> {
  const known = warm.get(caseId);
  if (known) return known;
  const state = await prisma.caseState.findUniqueOrThrow({ where: { caseId } });
  const { card } = await prisma.boardCard.findUniqueOrThrow({ where: { caseId } });
  const kept = { value: state.value, facts: state.facts, card, head: state.head as Uint8Array };
  warm.set(caseId, kept);
  return kept;
}

type Move = { readonly id: string; readonly version: number; readonly key: string; readonly reason: string | null };

async function move({ id: caseId, version, key, reason }: Move): Promise<{ version: number } | null> {
  const kept = await keptCase(caseId);
  const { value, facts, card } = kept;
  const seq = version + 1;
  const at = new Date();
  const record = reason === null ? null : recordOf(reason);
  const type = reason === null ? 'interview.completed' : 'planning.returned';
  const payload = Buffer.from(JSON.stringify({ at, body: {}, by: BY, record: record?.named, seq, type }));
  const hash = createHash('sha256').update(kept.head).update(payload).digest();
  const answer = { accepted: true, version: seq, stage: 'planning' };
  const body = JSON.stringify(answer);
  const isDone = await prisma.$transaction(async tx => {
    const moved = await tx.caseState.updateMany({
      where: { caseId, version },
      data: { version: seq, pathwayVersion: 1, value, facts, head: hash },
    });
    if (moved.count === 0) return false;
    const event = { caseId, seq, type, at, stage: 'planning', payload, hash, before: { value, facts } };
    await tx.caseEvent.create({ data: event, select: { seq: true } });
    if (record) await tx.record.create({ data: { ...record.row, caseId, seq, kind: type }, select: { id: true } });
    await tx.boardCard.updateMany({ where: { caseId }, data: { version: seq, card, closedAt: null } });
    await tx.outbox.create({ data: { caseId, seq }, select: { id: true } });
    const bodyHash = createHash('sha256').update(key).digest('hex');
    const answered = { account: BY.membership, key, bodyHash, status: 200, body, at };
    await tx.idempotencyKey.create({ data: answered, select: { key: true } });
    return true;
  });
  if (!isDone) return null;
  kept.head = hash;
  return answer;
}

const BY = {
  mayWaive: false,
  membership: randomUUID(),
  org: 'org-kodomo',
  person: 'demo-dsn',
  role: 'dischargeNurse',
};

function recordOf(reason: string) {
  const [id, salt, body] = [randomUUID(), randomUUID(), { reason }];
  const hash = createHash('sha256').update(salt).update(JSON.stringify(body)).digest('hex');
  return { named: { hash, id }, row: { id, version: 1, category: 'plan', salt, hash, body } };
}

const app = express();
app.use(express.json());
app.post('/move', async (asked, answer) => {
  // The bench's own client.
  const moved = await move(asked.body as Move);
  if (moved) answer.json(moved);
  else answer.status(409).json({ code: 'conflict' });
});
createServer(app).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
