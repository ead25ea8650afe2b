import { mayAdminister } from '@kaerimichi/access';
import { type Day, roleId } from '@kaerimichi/discharge';
import { type Prisma, toDate } from '../administration/prisma.ts';
import type { Prisma as Client } from '../generated/prisma/client.ts';
import { knownFlags } from '../sessions/signed-in.ts';

export type Transaction = Client.TransactionClient;

/** An organisation that a change may not leave without an administrator, and the day on which it is made. */
export type Administered = { readonly org: string; readonly on: Day };
export const LAST_ADMINISTRATOR = 'lastAdministrator';

/** Changes of who administers an organisation wait for each other; who only refers to it does not wait. */
export async function lockOrganisation(transaction: Transaction, org: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM organisation WHERE id = ${org} FOR NO KEY UPDATE`;
}

/**
 * Makes a change unless it leaves the organisation without an administrator: two who end each other at the same moment
 * would otherwise both be right. Nothing is changed then.
 */
export async function changeUnlessLast<Row>(
  prisma: Prisma,
  administered: Administered | undefined,
  change: (transaction: Transaction) => Promise<Row>,
): Promise<Row | typeof LAST_ADMINISTRATOR> {
  if (!administered) return prisma(change);
  return prisma(client =>
    client.$transaction(async transaction => {
      await lockOrganisation(transaction, administered.org);
      const row = await change(transaction);
      if (!(await hasAdministrator(transaction, administered))) throw new LeavesNone();
      return row;
    }),
  ).catch(fault => {
    if (fault instanceof LeavesNone) return LAST_ADMINISTRATOR;
    throw fault;
  });
}

/** Takes a transaction back. */
class LeavesNone extends Error {}

async function hasAdministrator(transaction: Transaction, { org, on }: Administered): Promise<boolean> {
  const day = toDate(on);
  const rows = await transaction.membership.findMany({
    where: {
      orgId: org,
      fromOn: { lte: day },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
      person: { disabledAt: null },
    },
    select: { role: true, flags: true },
  });
  return rows.some(({ role, flags }) => mayAdminister({ role: roleId.parse(role), flags: knownFlags(flags) }));
}
