import { createHash } from 'node:crypto';
import type { LoadedCase, Outcome, WriteAnswer } from '@kaerimichi/casework';
import { personOf } from '@kaerimichi/demo';
import type { DeskPorts } from './open-demo-desk.ts';

type Sending = {
  /** By the name to sign in with. */
  readonly by: string;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly loaded: LoadedCase;
  readonly requestId: string;
};

/** Whoever would send it cannot sign in. */
export const notHere = { ok: false, refusal: { code: 'sign-in' as const } } as const;

/** Through session, rights and commit like everybody's; its key is of this version of the case, so that it happens once. */
export async function sendAs(
  { store, casework }: DeskPorts,
  { by, sent, loaded, requestId }: Sending,
): Promise<Outcome<WriteAnswer>> {
  const opened = await store.sessions.open(personOf(by).membership);
  if (!opened) return notHere;
  try {
    const bodyHash = createHash('sha256').update(JSON.stringify(sent)).digest('hex');
    const key = { key: `demo-${loaded.id}-${loaded.version}`, bodyHash };
    const meta = { language: 'ja', requestId } as const;
    const { id: caseId, version: match } = loaded;
    return await casework.send({ who: opened.signedIn, caseId, match, key, body: sent, meta });
  } finally {
    await store.sessions.revoke(opened.signedIn.session.id);
  }
}
