import { aMember, anOrganisation, type SignedInPerson, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meta, startTestWorker, type TestWorker } from './testing/start-test-worker.ts';

const recipient = 'station';

let running: TestWorker;
let nurse: SignedInPerson;
let visitor: SignedInPerson;

beforeAll(async () => {
  running = await startTestWorker();
  await anOrganisation(running.store, recipient, 'visitingNursingStation');
  await aMember(running.store, { name: 'hvn', org: recipient, role: 'visitingNurse' });
});
// Weeks pass between the tests, and sessions end by themselves.
beforeEach(async () => {
  nurse = await running.signInNurse();
  visitor = await signedInAs(running.store, 'hvn-station');
});
afterAll(() => running.stop());

/** A case of the hospital whose nurse asked the station, and recorded a consent for it. */
async function aCaseWith(consent: { from: string; until?: string }) {
  const id = await running.register(nurse, '2026-03-01');
  let version = 1;
  const send = async (body: object) => {
    await running.send(nurse, { caseId: id, match: version }, body);
    version += 1;
  };
  await send({ type: 'candidate.asked', candidateId: 't1', function: 'visitingNurse', organisation: recipient });
  await send({
    type: 'consent.recorded',
    consentId: 'c1',
    scope: 'recipient',
    recipient,
    categories: ['contacts', 'plan'],
    purpose: 'care',
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
    ...consent,
  });
  return { id, send };
}

/** What the visiting nurse sees of a case: its class and categories. */
async function seen(id: string) {
  const view = await running.casework.view(visitor.signedIn, id, meta);
  return view.ok ? [view.answer.access.class, ...view.answer.access.categories] : view.refusal.code;
}
const kindsOf = async (id: string) =>
  (await running.store.deadlines.listOf(id)).map(({ kind, dueOn }) => `${kind} ${dueOn}`);
/** Without what the clock says of an answer that does not come. */
const typesOf = async (id: string) => (await running.typesOf(id)).filter(type => !type.startsWith('answer.'));

describe('the days of a consent', () => {
  it('lets the recipient in on the first day of a consent given ahead, and out after its last', async () => {
    const { id } = await aCaseWith({ from: '2026-12-05', until: '2026-12-20' });
    expect(await kindsOf(id)).toContain('begin.consent 2026-12-05');
    running.clock.set('2026-12-04T14:59:00.000Z');
    expect(await seen(id)).toEqual(['numberOnly']);
    // Midnight in Tokyo.
    running.clock.set('2026-12-04T15:00:00.000Z');
    await expect.poll(() => seen(id), { timeout: 10_000 }).toEqual(['partner', 'contacts', 'plan']);
    expect(await typesOf(id)).toEqual(['case.registered', 'candidate.asked', 'consent.recorded', 'fact.begun']);
    expect(await kindsOf(id)).not.toContain('begin.consent 2026-12-05');
    running.clock.set('2026-12-20T15:00:00.000Z');
    await expect.poll(() => seen(id), { timeout: 10_000 }).toEqual(['numberOnly']);
    expect((await typesOf(id)).at(-1)).toBe('fact.lapsed');
  });

  it('lets nobody in when the consent was withdrawn before its first day', async () => {
    const { id, send } = await aCaseWith({ from: '2026-12-27' });
    await send({ type: 'consent.withdrawn', consentId: 'c1' });
    expect(await kindsOf(id)).not.toContain('begin.consent 2026-12-27');
    const { id: other } = await aCaseWith({ from: '2026-12-27' });
    running.clock.set('2026-12-27T00:00:00.000Z');
    // The other case's day comes in the same turn of the clock.
    await expect.poll(() => seen(other), { timeout: 10_000 }).toEqual(['partner', 'contacts', 'plan']);
    expect(await seen(id)).toEqual(['numberOnly']);
    expect((await typesOf(id)).at(-1)).toBe('consent.withdrawn');
  });
});
