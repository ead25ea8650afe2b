import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './client.ts';
import { demoPassword } from './product.ts';

export type Slip = { readonly token: string; readonly expiresAt: string };
type Added = { id: string; identifier: string; slip: Slip | null; code?: string };

/** An administrator adds somebody, who chooses the password of the demo with the slip that was handed over. */
export async function addPerson(admin: Client, change: Record<string, unknown> = {}): Promise<Answer<Added>> {
  const wish = { org: 'org-kodomo', role: 'dischargeNurse', flags: [], ...change };
  const added = await admin.post<Added>('/admin/people', {
    identifier: `person-${randomUUID()}`,
    displayName: '試験の人',
    ...wish,
  });
  const token = added.body.slip?.token;
  if (!token) return added;
  const chosen = await admin.post('/password', { token, password: demoPassword });
  if (chosen.status !== 200) throw new Error(`no password: ${JSON.stringify(chosen.body)}`);
  return added;
}
