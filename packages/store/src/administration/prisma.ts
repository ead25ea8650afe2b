import type { Pool } from 'pg';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { StoreBusy } from '../store-busy.ts';

/**
 * The generated client, for administration only: a commit through its model calls took five to eight times as long.
 * Loaded on first use (50 MB and 90 ms that a process without administration never pays), on the same pool.
 */
export type Prisma = <Answer>(ask: (client: PrismaClient) => Promise<Answer>) => Promise<Answer>;

export function lazyPrisma(pool: Pool): { ask: Prisma; close(): Promise<void> } {
  let opening: Promise<PrismaClient> | null = null;
  return {
    async ask(question) {
      opening ??= open(pool);
      try {
        return await question(await opening);
      } catch (error) {
        throw busyFrom(error) ?? error;
      }
    },
    close: async () => (await opening)?.$disconnect(),
  };
}

async function open(pool: Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('../generated/prisma/client.ts'),
  ]);
  return new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
}

/** Prisma's codes for a database that cannot be reached or is too busy (P2024 and P2028: waited too long). */
const BUSY_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'];

function busyFrom(error: unknown): StoreBusy | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (BUSY_CODES.includes(code)) return new StoreBusy('The database is not available.', { cause: error });
  // The adapter wraps what pg threw.
  return StoreBusy.from(error) ?? (error instanceof Error ? StoreBusy.from(error.cause) : null);
}

/** A unique constraint: the name, code or identifier is taken. */
export const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'P2002';

/** Days travel as UTC midnights through the client. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
export const toDay = (date: Date): string => date.toISOString().slice(0, 10);
