import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApi } from './start-test-api.ts';

type Of = {
  readonly api: () => TestApi;
  /** Tokens of sessions by name. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly caseId: () => string;
  /** Name of whoever leads the case and always sees it. */
  readonly lead: () => string;
};

/** Asks and records over HTTP as people known by name do, with fresh keys and the newest version of one case. */
export function caseAsker({ api, tokens, caseId, lead }: Of) {
  const ask = (who: string, method: string, path: string, body?: object, match = '"1"') =>
    api().ask(method, path, {
      token: tokens[who] ?? '',
      body,
      headers: { 'idempotency-key': randomUUID(), 'if-match': match },
    });
  const send = async (who: string, type: string, body: object = {}) => {
    const { json } = await ask(lead(), 'GET', `/cases/${caseId()}`);
    return ask(who, 'POST', `/cases/${caseId()}/events`, { type, ...body }, `"${json.version}"`);
  };
  const must = async (who: string, type: string, body: object = {}): Promise<void> => {
    expect(await send(who, type, body), `${who} ${type}`).toMatchObject({ status: 200 });
  };
  /** The family lets the lead share categories with an organisation, from the first day of the tests. */
  const consentTo = (recipient: string, categories: readonly string[], consentId = `c-${recipient}`) =>
    must(lead(), 'consent.recorded', {
      consentId,
      scope: 'recipient',
      recipient,
      categories,
      purpose: 'care',
      from: '2026-12-01',
      givers: [{ relation: 'mother', authority: 'parental' }],
      method: 'paper',
    });
  return { ask, send, must, consentTo };
}
