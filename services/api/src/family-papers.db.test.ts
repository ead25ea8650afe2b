import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FamilyApi, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
  await family.joinAs('mai');
  await family.joinAs('ken', { relation: 'father', categories: ['plan'] });
  await family.joinAs('money', { categories: ['money'] });
});
afterAll(() => family.api.stop());

type Paper = { id: string; title: { ja: string }; on: string };
const pageOf = async (who: string) => (await family.ask(who, '/family')).json as { papers: Paper[]; sharing: object[] };
const open = (who: string, id: string) =>
  fetch(`${family.api.url}/family/documents/${id}.pdf`, {
    headers: { cookie: `kaerimichi_session=${family.tokens[who] ?? ''}` },
  });
/** A version that is kept, approved, and in force. */
async function given(kind: string, toFamily: boolean) {
  const { version } = (await family.ask('nurse', `/cases/${family.caseId}`)).json;
  const headers = { ...family.keyed(), 'if-match': `"${version}"` };
  const path = `/cases/${family.caseId}/documents/${kind}/versions`;
  const made = await family.ask('nurse', path, 'POST', undefined, headers);
  expect(made.status).toBe(201);
  const documentId = String(made.json.id);
  const send = async (event: object) => {
    const now = (await family.ask('nurse', `/cases/${family.caseId}`)).json.version;
    const sent = { ...family.keyed(), 'if-match': `"${now}"` };
    const answer = await family.ask('nurse', `/cases/${family.caseId}/events`, 'POST', event, sent);
    expect([event, answer.status]).toEqual([event, 200]);
  };
  await send({ type: 'document.approved', documentId });
  await send({ type: 'document.issued', documentId, toFamily });
  return { documentId, send };
}

describe('papers on the page of a family', () => {
  it('are those in force that were given to it, with what each guardian was granted', async () => {
    expect(await pageOf('mai')).toMatchObject({ papers: [] });
    const { documentId } = await given('carryCard', true);
    const hidden = await given('nursingSummary', false);
    expect(await pageOf('mai')).toMatchObject({ papers: [{ id: documentId, title: { ja: '携行カード' } }] });
    const [own, father] = [await open('mai', documentId), await open('ken', documentId)];
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(father.status).toBe(200);
    // The father was granted the plan alone: contacts and care are left out of his.
    expect((await father.arrayBuffer()).byteLength).toBeLessThan((await own.arrayBuffer()).byteLength);
    expect((await open('mai', hidden.documentId)).status).toBe(404);
    expect(await pageOf('money')).toMatchObject({ papers: [] });
    expect((await open('money', documentId)).status).toBe(404);
    expect((await open('nurse', documentId)).status).toBe(404);
  });

  it('are gone when they are replaced, withdrawn or no longer given', async () => {
    const first = await given('careNotebook', true);
    const second = await given('careNotebook', true);
    const ids = async () => (await pageOf('mai')).papers.map(({ id }) => id);
    expect(await ids()).toContain(second.documentId);
    expect(await ids()).not.toContain(first.documentId);
    expect((await open('mai', first.documentId)).status).toBe(404);
    await second.send({ type: 'document.issued', documentId: second.documentId, toFamily: false });
    expect((await open('mai', second.documentId)).status).toBe(404);
    await second.send({ type: 'document.issued', documentId: second.documentId, toFamily: true });
    expect((await open('mai', second.documentId)).status).toBe(200);
    await second.send({ type: 'document.withdrawn', documentId: second.documentId, reason: '古い' });
    expect((await open('mai', second.documentId)).status).toBe(404);
  });

  it('stand beside who sees what of the child, and are noted when they are taken', async () => {
    expect((await pageOf('mai')).sharing[0]).toMatchObject({ lead: true, since: null });
    expect((await pageOf('ken')).sharing).toEqual([]);
    expect(await family.ask('mai', `/cases/${family.caseId}/attachments`)).toMatchObject({ status: 403 });
  });
});
