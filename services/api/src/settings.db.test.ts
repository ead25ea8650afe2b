import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const put = (name: string, body: object) => api.ask('PUT', '/me/settings', { token: tokens[name] ?? '', body });
const settingsOf = async (name: string) =>
  (await api.ask('GET', '/me', { token: tokens[name] ?? '' })).json.settings as object;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital' },
    { nurse: ['hospital'], keeper: ['hospital', 'admin'] },
  );
});
afterAll(() => api.stop());

it('are kept for one person, and what is not named stays', async () => {
  expect(await settingsOf('nurse')).toEqual({});
  await put('nurse', { theme: 'dark', letters: false });
  expect(await put('nurse', { textSize: 'xlarge', theme: 'light' })).toMatchObject({
    status: 200,
    json: { theme: 'light', letters: false, textSize: 'xlarge' },
  });
  expect(await settingsOf('nurse')).toEqual({ theme: 'light', letters: false, textSize: 'xlarge' });
  expect(await settingsOf('keeper')).toEqual({});
});

it('are refused where they are none, and nothing of them is kept', async () => {
  for (const wrong of [{ theme: 'pink' }, { muted: ['gossip'] }, { density: 'compact', other: 1 }])
    expect(await put('keeper', wrong)).toMatchObject({ status: 400, json: { code: 'bad-input' } });
  expect(await settingsOf('keeper')).toEqual({});
});
