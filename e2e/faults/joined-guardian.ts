import type { Client } from '../product/client.ts';
import { shareable } from './people-table.ts';

type Wish = {
  readonly caseId: string;
  readonly name: string;
  readonly bornOn?: string;
  readonly categories?: readonly string[];
};

/** Somebody who came in by the code on a slip, as people do; the invitation and the cookie. */
export async function joinedGuardian(
  url: string,
  nurse: Client,
  { caseId, name, bornOn = '2025-01-01', categories = shareable }: Wish,
): Promise<{ readonly id: string; readonly cookie: string }> {
  const invitation = { relation: 'mother', categories, decides: true };
  const invited = await nurse.post<{ id: string; slip: { code: string } }>(`/cases/${caseId}/guardians`, invitation);
  const body = {
    code: invited.body.slip.code,
    bornOn,
    name,
    identifier: name,
    password: 'ひつじとゆうやけの台所とふね',
  };
  const joined = await fetch(`${url}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (joined.status !== 201) throw new Error(`${joined.status} ${await joined.text()}`);
  return { id: invited.body.id, cookie: (joined.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
