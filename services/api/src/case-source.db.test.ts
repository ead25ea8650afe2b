import type { OrganisationKind, RoleId } from '@kaerimichi/discharge';
import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens = new Map<string, string>();

/** One organisation each, but for those of the hospital that leads; what consent names of it. */
const people: Record<string, { role: RoleId; kind: OrganisationKind; shared?: readonly string[]; org?: string }> = {
  nurse: { role: 'dischargeNurse', kind: 'childrensHospital', org: 'lead' },
  doctor: { role: 'doctor', kind: 'childrensHospital', org: 'lead' },
  ward: { role: 'wardNurse', kind: 'childrensHospital', org: 'lead' },
  administrator: { role: 'admin', kind: 'childrensHospital', org: 'lead' },
  everything: {
    role: 'visitingNurse',
    kind: 'visitingNursingStation',
    shared: ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'],
  },
  clinical: { role: 'visitingNurse', kind: 'visitingNursingStation', shared: ['clinical'] },
  contacts: { role: 'visitingNurse', kind: 'visitingNursingStation', shared: ['contacts'] },
  planOnly: { role: 'visitingNurse', kind: 'visitingNursingStation', shared: ['plan', 'disaster'] },
  hospital: { role: 'dischargeNurse', kind: 'hospital', shared: ['clinical'] },
  town: { role: 'publicHealthNurse', kind: 'municipality', shared: ['contacts', 'clinical', 'skills', 'plan'] },
  school: { role: 'school', kind: 'school', shared: ['contacts', 'clinical', 'skills', 'plan'] },
  vendor: { role: 'deviceVendor', kind: 'deviceVendor', shared: ['contacts', 'skills'] },
  asked: { role: 'visitingNurse', kind: 'visitingNursingStation', shared: [] },
  hub: { role: 'coordinator', kind: 'hub' },
  stranger: { role: 'dischargeNurse', kind: 'hospital' },
};
const orgOf = (name: string) => people[name]?.org ?? name;

const ask = (name: string, method: string, path: string, body?: unknown) =>
  api.ask(method, path, {
    token: tokens.get(name) ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
  });
async function send(name: string, caseId: string, event: Record<string, unknown>) {
  const { json } = await ask(name, 'GET', `/cases/${caseId}`);
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${json.version}"` };
  const sent = await api.ask('POST', `/cases/${caseId}/events`, {
    token: tokens.get(name) ?? '',
    body: event,
    headers,
  });
  expect(sent.json, String(event.type)).toMatchObject({ accepted: true });
}

/** A word of its own for every part. */
const child = (id: string, allergies: readonly string[] = ['canary-allergy']) => {
  const subject = { reference: `Patient/${id}` };
  const patient = {
    resourceType: 'Patient',
    id,
    identifier: [{ type: { coding: [{ code: 'MR' }] }, value: `canary-number-${id}` }],
    name: [
      { family: '成瀬', given: ['ひかり'] },
      { family: 'ナルセ', given: ['カナリヤ'] },
    ],
    birthDate: '2020-02-03',
    telecom: [{ system: 'phone', value: '000-canary-phone' }],
    address: [{ text: 'canary-address' }],
    communication: [{ language: { coding: [{ code: 'pt-BR' }], text: 'canary-language' } }],
    contact: [{ relationship: [{ text: '母' }], name: { text: 'canary-guardian' } }],
  };
  const resources = [
    patient,
    { resourceType: 'Condition', subject, code: { text: 'canary-condition' } },
    ...allergies.map(text => ({ resourceType: 'AllergyIntolerance', patient: subject, code: { text } })),
    { resourceType: 'MedicationRequest', subject, medicationCodeableConcept: { text: 'canary-medicine' } },
    { resourceType: 'Procedure', subject, code: { text: 'canary-procedure 気管切開術' } },
    {
      resourceType: 'Device',
      patient: subject,
      type: { text: 'canary-device 吸引器' },
      note: [{ text: 'canary-device-note' }],
    },
  ];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) };
};
const words = {
  contacts: [
    'canary-number',
    'かなりや',
    '2020-02-03',
    'canary-phone',
    'canary-address',
    'canary-language',
    'canary-guardian',
  ],
  clinical: ['canary-condition', 'canary-allergy', 'canary-medicine', 'canary-procedure'],
  skills: ['canary-device', 'canary-device-note'],
} as const;
const everyWord = Object.values(words).flat();

type Source = {
  org: string;
  draft: string | null;
  madeFrom: { version: number };
  newest: { version: number };
  parts: { part: string; category: string; items: Record<string, unknown>[] }[];
};
const sourceOf = async (name: string, caseId: string) => {
  const { status, json } = await ask(name, 'GET', `/cases/${caseId}/source`);
  expect(status, name).toBe(200);
  return json.source as Source | null;
};
const toldTo = async (name: string, caseId: string) => {
  const text = JSON.stringify(await sourceOf(name, caseId));
  return everyWord.filter(word => text.includes(word));
};
const importedAs = async (id: string, bundle = child(id)) => {
  expect(await ask('nurse', 'POST', '/imports/fhir', bundle)).toMatchObject({ status: 200 });
  const { json } = await ask('nurse', 'GET', '/imports/drafts');
  const drafts = json.drafts as { id: string; hospitalNumber: string; caseNo: string | null }[];
  const found = drafts.find(({ hospitalNumber }) => hospitalNumber === `canary-number-${id}`);
  if (!found) throw new Error(`no draft of ${id}`);
  return found;
};
async function madeACase(id: string): Promise<string> {
  const draft = (await importedAs(id)).id;
  const registration = { lead: 'lead', bornOn: '2020-02-03', reason: 'x', origin: 'ward', draft };
  const made = await ask('nurse', 'POST', '/cases', registration);
  expect(made.status).toBe(201);
  api.clock.advance({ minutes: 1 });
  return String(made.json.id);
}
const share = (id: string, recipient: string, categories: readonly string[]) =>
  send('nurse', id, {
    ...{ type: 'consent.recorded', consentId: `c-${recipient}`, scope: 'recipient', recipient, purpose: 'care' },
    ...{ categories, from: '2026-11-01', until: '2027-06-01', method: 'paper' },
    givers: [{ relation: 'mother', authority: 'parental' }],
  });
let caseId = '';

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  for (const [name, { kind, role }] of Object.entries(people)) {
    const org = orgOf(name);
    if (org === name || name === 'nurse')
      await anOrganisation(api.store, org, kind, org === 'lead' ? 'こども病院' : org);
    await aMember(api.store, { name, org, role });
    tokens.set(name, (await api.store.sessions.open(`${name}-${org}`))?.token ?? '');
  }
  caseId = await madeACase('p1');
  for (const [name, { kind, shared }] of Object.entries(people)) {
    if (!shared) continue;
    const enquiry = { candidateId: `c-${name}`, function: kind === 'school' ? 'school' : 'visitingNurse' };
    await send('nurse', caseId, { type: 'candidate.asked', ...enquiry, organisation: name });
    if (shared.length === 0) continue;
    await share(caseId, name, shared);
  }
});
afterAll(() => api.stop());

describe('what a hospital’s file told of a case', () => {
  it.each(['nurse', 'doctor', 'ward', 'everything'])('is told whole to who reads all of it: %s', async name => {
    expect(await toldTo(name, caseId)).toEqual(everyWord);
  });

  it.each([
    ['clinical', words.clinical],
    ['hospital', words.clinical],
    ['contacts', words.contacts],
  ])('is told by the categories that consent names, and not a word of the others: %s', async (name, told) => {
    expect(await toldTo(name, caseId)).toEqual(told);
  });

  it('is told by name alone where a summary is seen', async () => {
    expect(await toldTo('town', caseId)).toEqual([...words.contacts, 'canary-device']);
    const source = await sourceOf('town', caseId);
    expect(source?.parts.find(({ part }) => part === 'devices')?.items).toEqual([
      { text: 'canary-device 吸引器', came: null, gone: null },
    ]);
    expect(source?.parts.find(({ part }) => part === 'careNeeds')?.items.map(({ text }) => text)).toEqual([
      'tracheostomy',
      'suction',
    ]);
  });

  it.each(['planOnly', 'school', 'vendor', 'asked', 'hub'])(
    'is not told, nor that there is a file, to who sees the number or the own part only: %s',
    async name => {
      expect(await sourceOf(name, caseId)).toBeNull();
    },
  );

  it('is cut to a partner’s rights where the lead looks how the case looks to it', async () => {
    const offeredTo = async (org: string, role: string) => {
      const { json } = await ask('nurse', 'GET', `/cases/${caseId}/preview?org=${org}&role=${role}`);
      return (json.view as { hasSource: boolean }).hasSource;
    };
    expect((await ask('nurse', 'GET', `/cases/${caseId}`)).json.hasSource).toBe(true);
    expect(await offeredTo('clinical', 'visitingNurse')).toBe(true);
    for (const org of ['planOnly', 'asked']) expect(await offeredTo(org, 'visitingNurse'), org).toBe(false);
  });

  it('is as unknown to strangers as a case that does not exist', async () => {
    for (const name of ['stranger', 'administrator']) {
      const [there, nowhere] = await Promise.all(
        [caseId, '00000000-0000-4000-8000-000000000000'].map(id => ask(name, 'GET', `/cases/${id}/source`)),
      );
      expect(there?.status, name).toBe(404);
      expect({ ...there?.json, requestId: '' }).toEqual({ ...nowhere?.json, requestId: '' });
    }
    expect((await api.ask('GET', `/cases/${caseId}/source`)).status).toBe(401);
  });

  it('names hospital, version, place and, to who may open it, the draft; the draft names the case', async () => {
    const draft = await importedAs('p1');
    const source = await sourceOf('nurse', caseId);
    expect(source).toMatchObject({
      org: 'こども病院',
      draft: draft.id,
      madeFrom: { version: 1 },
      newest: { version: 1 },
    });
    expect(source?.parts.find(({ part }) => part === 'allergies')?.items).toMatchObject([
      { text: 'canary-allergy', from: 'entry[2].resource', came: null, gone: null },
    ]);
    expect(await sourceOf('doctor', caseId)).toMatchObject({ draft: draft.id });
    // Another hospital's discharge nurse imports, too, but not this file; a ward nurse imports none.
    for (const name of ['ward', 'everything', 'hospital'])
      expect(await sourceOf(name, caseId)).toMatchObject({ draft: null });
    const { json } = await ask('nurse', 'GET', `/cases/${caseId}`);
    expect(draft.caseNo).toBe(json.no);
    expect((await ask('nurse', 'GET', `/imports/drafts/${draft.id}`)).json).toMatchObject({ caseNo: json.no });
  });

  it('is a look at the case like any other', async () => {
    await api.store.log.flush();
    const logged = await api.store.log.list({ person: 'stranger' }, { limit: 10 });
    expect(logged.map(({ what, outcome }) => [what, outcome])).toContainEqual(['source', 'not-found']);
    const read = await api.store.log.list({ person: 'clinical' }, { limit: 10 });
    expect(read.map(({ what, outcome }) => [what, outcome])).toContainEqual(['source', 'ok']);
  });

  it('is nothing for a case that came from no file', async () => {
    const made = await ask('nurse', 'POST', '/cases', {
      ...{ lead: 'lead', bornOn: '2020-02-03', reason: 'x', origin: 'ward' },
    });
    const id = String(made.json.id);
    expect(await sourceOf('nurse', id)).toBeNull();
    expect((await ask('nurse', 'GET', `/cases/${id}`)).json.hasSource).toBe(false);
    await api.store.log.flush();
    const looks = await api.store.log.list({ caseId: id }, { limit: 20 });
    expect(looks.map(({ what }) => what)).not.toContain('source');
  });

  it('is offered to whoever may be told something, and no look is logged where nothing is told', async () => {
    const offered = async (name: string) => (await ask(name, 'GET', `/cases/${caseId}`)).json.hasSource;
    for (const name of ['nurse', 'ward', 'clinical', 'contacts', 'town']) expect(await offered(name), name).toBe(true);
    for (const name of ['planOnly', 'school', 'vendor', 'asked', 'hub']) {
      expect(await offered(name), name).toBe(false);
      expect(await sourceOf(name, caseId)).toBeNull();
      await api.store.log.flush();
      const looks = await api.store.log.list({ person: name }, { limit: 20 });
      expect(
        looks.map(({ what }) => what),
        name,
      ).not.toContain('source');
    }
  });
});

describe('a later file', () => {
  const allergiesFor = async (name: string, id: string) =>
    (await sourceOf(name, id))?.parts
      .find(({ part }) => part === 'allergies')
      ?.items.map(({ text, came, gone }) => [
        text,
        (came as { version: number } | null)?.version ?? null,
        (gone as { version: number } | null)?.version ?? null,
      ]);

  it('says what came and what went, and changes nothing of the case', async () => {
    const id = await madeACase('p2');
    const before = (await ask('nurse', 'GET', `/cases/${id}`)).json;
    await importedAs('p2', child('p2', ['canary-egg']));
    expect(await allergiesFor('nurse', id)).toEqual([
      ['canary-egg', 2, null],
      ['canary-allergy', null, 2],
    ]);
    expect((await sourceOf('nurse', id))?.madeFrom).toMatchObject({ version: 1 });
    const now = (await ask('nurse', 'GET', `/cases/${id}`)).json;
    for (const part of ['version', 'facts', 'people'] as const) expect(now[part]).toEqual(before[part]);
  });

  it('that is taken back was never told', async () => {
    const id = await madeACase('p3');
    const wrong = await ask('nurse', 'POST', '/imports/fhir', child('p3', ['canary-of-somebody-else']));
    expect(await allergiesFor('nurse', id)).toHaveLength(2);
    expect(await ask('nurse', 'DELETE', `/imports/files/${wrong.json.id}`)).toMatchObject({ json: { setBack: 1 } });
    expect(await allergiesFor('nurse', id)).toEqual([['canary-allergy', null, null]]);
  });

  it('of a hospital that has left the case reaches nobody, and its draft leads to the case no more', async () => {
    const id = await madeACase('p4');
    await share(id, 'stranger', ['contacts', 'clinical', 'plan']);
    await send('nurse', id, { type: 'lead.offered', organisation: 'stranger' });
    await send('stranger', id, { type: 'lead.accepted' });
    const draft = await importedAs('p4', child('p4', ['canary-after']));
    expect(await allergiesFor('stranger', id)).toEqual([['canary-allergy', null, null]]);
    expect(await sourceOf('stranger', id)).toMatchObject({ draft: null, newest: { version: 1 } });
    expect((await ask('nurse', 'GET', `/cases/${id}/source`)).status).toBe(404);
    expect(draft.caseNo).toBeNull();
    expect((await ask('nurse', 'GET', `/imports/drafts/${draft.id}`)).json).toMatchObject({ caseId: id, caseNo: null });
  });
});
