import { describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';
import { type EventToSend, sendEvent } from './send-event.ts';

type Sent = { url: string; match: string | null; key: string | null };
const accepted = { accepted: true, version: 8, stage: 'planning', effects: [] };
const conflict = { code: 'version-conflict', status: 409, current: { version: 7, stage: 'planning' }, events: [] };

/** An api whose answers are given in order: a status and body, or no connection. */
function apiThatAnswers(...answers: ([number, unknown] | 'down')[]) {
  const sent: Sent[] = [];
  const api = createApi({
    language: () => 'ja',
    onContact: () => undefined,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      sent.push({ url: String(url), match: headers.get('If-Match'), key: headers.get('Idempotency-Key') });
      const next = answers.shift();
      if (!next || next === 'down') throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(next[1]), { status: next[0] });
    },
  });
  return { api, sent };
}

const fact: EventToSend = {
  caseId: 'c1',
  kind: 'fact',
  append: false,
  version: 3,
  key: 'k1',
  body: { type: 'plan.explained' },
};
const atOnce = () => Promise.resolve();

describe('sending an event', () => {
  it('carries the version seen and the key', async () => {
    const { api, sent } = apiThatAnswers([200, accepted]);
    await expect(sendEvent(api, fact, atOnce)).resolves.toEqual(accepted);
    expect(sent).toEqual([{ url: '/api/v1/cases/c1/events', match: '"3"', key: 'k1' }]);
  });

  it('keeps the key over retries when the connection is lost or the server busy', async () => {
    const { api, sent } = apiThatAnswers('down', [503, { code: 'busy', status: 503 }], [200, accepted]);
    await sendEvent(api, fact, atOnce);
    expect(sent.map(({ key, match }) => [key, match])).toEqual([
      ['k1', '"3"'],
      ['k1', '"3"'],
      ['k1', '"3"'],
    ]);
  });

  it('says that nothing was reached after three attempts', async () => {
    const { api } = apiThatAnswers('down', 'down', 'down');
    await expect(sendEvent(api, fact, atOnce)).rejects.toBeInstanceOf(UnreachableError);
  });

  it('sends a fact once more on the new version', async () => {
    const { api, sent } = apiThatAnswers([409, conflict], [200, accepted]);
    await sendEvent(api, fact, atOnce);
    expect(sent.map(({ match }) => match)).toEqual(['"3"', '"7"']);
  });

  it('gives up a fact that loses the race twice', async () => {
    const { api, sent } = apiThatAnswers([409, conflict], [409, conflict]);
    await expect(sendEvent(api, fact, atOnce)).rejects.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(2);
  });

  it('never sends a move again by itself', async () => {
    const { api, sent } = apiThatAnswers([409, conflict], [200, accepted]);
    await expect(sendEvent(api, { ...fact, kind: 'move' }, atOnce)).rejects.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(1);
  });

  it('sends an append event without a version', async () => {
    const { api, sent } = apiThatAnswers([200, accepted]);
    await sendEvent(api, { ...fact, append: true }, atOnce);
    expect(sent[0]?.match).toBe('*');
  });
});
