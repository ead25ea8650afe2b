import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital', 'childrensHospital', 'みなと病院');
  await aMember(api.store, { name: 'hanako.sato@minato', org: 'hospital' });
});
afterAll(() => api.stop());

type Issues = readonly { readonly path: string; readonly message: string }[];
const issuesOf = (json: Record<string, unknown>) => (json.issues ?? []) as Issues;

const slip = async () => (await api.store.passwordSlips.give('hanako.sato@minato', null))?.token ?? '';
const choose = (token: string, password: string, language = 'ja') =>
  api.ask('POST', '/password', { body: { token, password }, headers: { 'accept-language': language } });

const known = [/よく使われる/, /well known/] as const;
const own = [/ログイン名/, /sign-in name/] as const;
const pattern = [/繰り返し/, /repetition/] as const;

describe('a password that is chosen', () => {
  it.each([
    ['password12345', known],
    ['ＰＡＳＳＷＯＲＤ１２３４５', known],
    ['P@ssw0rd12345', known],
    ['sunshine123456', known],
    ['1234567890123', known],
    ['hanako.sato@minato', own],
    ['Hanako.Sato@Minato1', own],
    ['kaerimichi2026', own],
    ['かえりみちかえりみちかえりみち', pattern],
    ['aaaaaaaaaaaaaaaa', pattern],
    ['abcdefghijklmnop', pattern],
  ])('is none that anybody would try, and the fault is named in both languages: %s', async (password, [ja, en]) => {
    const token = await slip();
    for (const [language, said] of [
      ['ja', ja],
      ['en', en],
    ] as const) {
      const { status, json } = await choose(token, password, language);
      expect(status).toBe(400);
      expect(issuesOf(json)).toEqual([{ path: 'password', message: expect.stringMatching(said) }]);
    }
    // The slip is not used up by it.
    expect((await choose(token, 'rehearsal of the way home')).status).toBe(200);
  });

  it.each([
    'rehearsal-of-the-way-home',
    'さくら ふじ もみじ つばき',
    'x7Kq2mVt9pLw4',
    `${'a'.repeat(20)}x7Kq2mVt9pLw4`,
  ])('may be any other, without a forced mixture: %s', async password =>
    expect((await choose(await slip(), password)).status).toBe(200),
  );

  it('is looked at in a moment, however long it is', async () => {
    const token = await slip();
    const began = performance.now();
    expect((await choose(token, 'password1!'.repeat(50))).status).toBe(400);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is judged with the first administrator too, whose link is not used up by it', async () => {
    const { token } = await api.store.setupLinks.create();
    const body = (password: string) => ({
      token,
      organisation: { kind: 'hospital', name: 'あらかわ病院' },
      person: { identifier: 'first@arakawa', displayName: 'はじめの人', password },
    });
    const refused = await api.ask('POST', '/setup', { body: body('first@arakawa2026') });
    expect(refused.status).toBe(400);
    expect(issuesOf(refused.json)).toEqual([{ path: 'person.password', message: expect.stringMatching(own[0]) }]);
    expect((await api.ask('POST', '/setup', { body: body('rehearsal of the way home') })).status).toBe(201);
  });

  it('is not judged for whoever has no slip', async () => {
    expect((await choose('g'.repeat(43), 'password12345')).status).toBe(404);
  });
});
