import { expect } from 'vitest';
import { startPeople } from './start-people.ts';
import { startTestApi } from './start-test-api.ts';

export type Case = { readonly id: string; readonly no: string };
const raise = (_caseId: string, fault: unknown) => {
  throw fault;
};

const organisations = {
  east: 'childrensHospital',
  west: 'hospital',
  third: 'hospital',
  hub: 'hub',
  station: 'visitingNursingStation',
} as const;
const people = {
  east1: ['east'],
  east2: ['east', 'doctor'],
  west1: ['west'],
  officer: ['west', 'dischargeNurse', ['privacyOfficer']],
  third1: ['third'],
  coord: ['hub', 'coordinator'],
  visits: ['station', 'visitingNurse'],
} as const;

/** Three hospitals, a hub and a station, and what they do about two cases that may be one child. */
export async function startHospitals() {
  const api = await startTestApi('2026-12-01T00:00:00.000Z');
  const tokens: Record<string, string> = await startPeople(api, organisations, people);
  const ask = (
    who: string,
    method: string,
    path: string,
    body?: object,
    version = 1,
    key: string = crypto.randomUUID(),
  ) => {
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    return api.ask(method, path, { token: tokens[who] ?? '', body, headers });
  };
  const decide = (who: string, id: string, body: object, key?: string) =>
    ask(who, 'POST', `/merges/${id}/decision`, { reason: '母子手帳で確かめた', ...body }, 1, key);
  /** Every case that waits to be compared is. */
  const compare = async () => {
    while ((await api.store.merges.compareNext(50, raise)) > 0);
  };
  return { api, tokens, ask, decide, compare };
}
export type Hospitals = Awaited<ReturnType<typeof startHospitals>>;

let children = 0;
/** A child that no other is taken for. */
const anotherChild = () => ({
  familyKana: 'いしい',
  givenKana: `そら${'あ'.repeat(++children)}`,
  bornOn: '2026-09-10',
});

/** One child in two hospitals; the coordinator has been told. */
export async function twice({ ask, compare }: Hospitals, child = anotherChild()) {
  const register = async (who: 'east1' | 'west1') =>
    (await ask(who, 'POST', '/cases', { lead: who.slice(0, 4), reason: 'x', origin: 'nicu', ...child }))
      .json as unknown as Case;
  const [east, west] = [await register('east1'), await register('west1')];
  await compare();
  const merges = (await ask('coord', 'GET', '/merges')).json.merges as { id: string; sides: Case[] }[];
  const found = merges.find(({ sides }) => sides.some(({ id }) => id === east.id));
  return { east, west, id: found?.id ?? '', child };
}

/** What the program found, once the coordinator has pointed to it. */
export async function pointedTo({ decide }: Hospitals, id: string, { id: survivor }: Case): Promise<string> {
  expect((await decide('coord', id, { act: 'propose', survivor })).status).toBe(200);
  return id;
}

/** One of the two leads takes it up, the other confirms. */
export async function merge(hospitals: Hospitals, id: string, goesOn: Case): Promise<void> {
  const { decide } = hospitals;
  const proposal = await pointedTo(hospitals, id, goesOn);
  expect((await decide('east1', proposal, { act: 'propose', survivor: goesOn.id })).status).toBe(200);
  expect((await decide('west1', id, { act: 'confirm' })).status).toBe(200);
}

export async function send({ ask }: Hospitals, who: string, { id }: Case, version: number, body: object) {
  expect((await ask(who, 'POST', `/cases/${id}/events`, body, version)).status).toBe(200);
}
