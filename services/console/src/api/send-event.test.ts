import { describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { ConflictError } from './conflict-error.ts';
import { LeftError, UnreachableError } from './problem-error.ts';
import { routes } from './routes.ts';
import { type EventToSend, sendEvent } from './send-event.ts';

type Sent = { url: string; match: string | null; key: string | null };
const accepted = { accepted: true, version: 8, stage: 'planning', effects: [] };
const conflict = { code: 'version-conflict', status: 409, current: { version: 7, stage: 'planning' }, events: [] };
const history = { version: 7, events: [{ seq: 7, type: 'plan.written', by: { name: '佐藤' } }] };

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
  append: false,
  version: 3,
  key: 'k1',
  body: { type: 'plan.explained' },
  isHere: () => true,
};
const atOnce = () => Promise.resolve();

it('tells the server what a page asks by itself, and what somebody does by nothing', async () => {
  const told: (string | null)[] = [];
  const fetched: typeof fetch = async (_url, init) => {
    told.push(new Headers(init?.headers).get('X-Background'));
    return new Response('{}');
  };
  const api = createApi({ language: () => 'ja', onContact: () => undefined, fetch: fetched });
  await api.call(routes.waitingReferrals, { isQuiet: true });
  await api.call(routes.waitingReferrals, {});
  expect(told).toEqual(['1', null]);
});

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

  it('sends once more on the new version what nothing stands in the way of', async () => {
    const { api, sent } = apiThatAnswers([409, conflict], [200, history], [200, accepted]);
    await sendEvent(api, { ...fact, again: () => fact.body }, atOnce);
    expect(sent.map(({ match, key }) => [match, key])).toEqual([
      ['"3"', 'k1'],
      [null, null],
      ['"7"', 'k1'],
    ]);
    expect(sent[1]?.url).toBe('/api/v1/cases/c1/events?after=3');
  });

  it('sends merged content under a key of its own', async () => {
    const { api, sent } = apiThatAnswers([409, conflict], [200, history], [200, accepted]);
    await sendEvent(api, { ...fact, again: () => ({ ...fact.body, note: 'x' }) }, atOnce);
    expect(sent[2]?.key).not.toBe('k1');
  });

  it('gives up what loses the race twice, and names everybody who was faster', async () => {
    const later = { ...history, version: 9, events: [...history.events, { seq: 9, type: 'note.added' }] };
    const { api, sent } = apiThatAnswers([409, conflict], [200, history], [409, conflict], [200, later]);
    const lost = await sendEvent(api, { ...fact, again: () => fact.body }, atOnce).catch(error => error);
    expect(lost).toBeInstanceOf(ConflictError);
    expect(lost).toMatchObject({ version: 9, since: later.events });
    expect(sent).toHaveLength(4);
  });

  it('sends nothing again where a person must decide, and says who was faster', async () => {
    for (const again of [undefined, () => null]) {
      const { api, sent } = apiThatAnswers([409, conflict], [200, history], [200, accepted]);
      const lost = await sendEvent(api, { ...fact, again }, atOnce).catch(error => error);
      expect(lost).toBeInstanceOf(ConflictError);
      expect(lost).toMatchObject({ version: 7, stage: 'planning', since: history.events });
      expect(sent).toHaveLength(2);
    }
  });

  it('still says that somebody was faster when the names cannot be had', async () => {
    const { api } = apiThatAnswers([409, conflict], [503, { code: 'busy', status: 503 }]);
    await expect(sendEvent(api, fact, atOnce)).rejects.toMatchObject({ problem: { code: 'version-conflict' } });
  });

  it('sends nothing again, nor once more on a newer version, once the sender has left: the session is another’s by then (OpenCRVS #9946)', async () => {
    const firsts: ([number, unknown] | 'down')[] = ['down', [503, { code: 'busy', status: 503 }], [409, conflict]];
    for (const first of firsts) {
      const { api, sent } = apiThatAnswers(first, [200, history], [200, accepted]);
      const posted = () => sent.filter(({ key }) => key !== null).length;
      const leaving = { ...fact, again: () => fact.body, isHere: () => posted() === 0 };
      await expect(sendEvent(api, leaving, atOnce)).rejects.toBeInstanceOf(LeftError);
      expect(posted()).toBe(1);
    }
  });

  it('sends an append event without a version', async () => {
    const { api, sent } = apiThatAnswers([200, accepted]);
    await sendEvent(api, { ...fact, append: true }, atOnce);
    expect(sent[0]?.match).toBe('*');
  });
});
