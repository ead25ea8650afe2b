import type { Client } from './client.ts';

/** Registers invented children of the demo's hospital, one after the other; answers their ids. */
export async function registerCases(nurse: Client, count: number, bornOn = '2025-01-01'): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const registration = { lead: 'org-kodomo', bornOn, reason: 'fault test', origin: 'ward' };
    const made = await nurse.post<{ id: string }>('/cases', registration);
    if (made.status !== 201) throw new Error(`no case was registered: ${made.status} ${JSON.stringify(made.body)}`);
    ids.push(made.body.id);
  }
  return ids;
}
