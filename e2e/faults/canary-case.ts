import type { Client } from '../product/client.ts';
import { relations, shareable } from './people-table.ts';
import type { PeopleWorld } from './people-world.ts';

/** Words that stand in one place of the case each: whoever reads one has seen that place. */
export const canaries = {
  name: 'カナリヤ',
  kana: 'かなりや',
  hospitalNumber: 'HN-CANARY-7731',
  bornOn: '2011-03-07',
  caregiver: 'canary-caregiver',
  deviceModel: 'canary-device-model',
  schemeUntil: '2039-11-23',
  fileGuardian: 'canary-file-guardian',
  fileAllergy: 'canary-file-allergy',
  fileDevice: 'canary-file-device',
  fileDeviceNote: 'canary-file-note-of-device',
} as const;

/** The free text of an entry of each category. */
export const canaryText = (category: string): string => `canary-text-${category}`;

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/** Entries of every category that has any, each with its canary. */
export const canaryEntries = (): Record<string, unknown>[] => [
  { type: 'referral.received', source: 'ward', note: canaryText('plan') },
  { type: 'interview.held', outcome: 'held', childPresent: true, note: canaryText('family') },
  { type: 'contacts.recorded', when: 'day', contact: canaryText('contacts') },
  { type: 'factors.recorded', factors: ['medicalProcedures'], note: canaryText('clinical') },
  {
    type: 'skill.assessed',
    procedure: 'suctionTracheal',
    caregiver: canaries.caregiver,
    level: 4,
    note: canaryText('skills'),
  },
  {
    type: 'device.chosen',
    deviceId: 'd-1',
    kind: 'suction',
    model: canaries.deviceModel,
    electric: true,
    atHome: true,
    consumables: true,
    vendorPhone24h: true,
  },
  { type: 'home.checked', home: true, power: true, powerPlan: true, note: canaryText('disaster') },
  {
    type: 'entitlement.updated',
    kind: 'dailyEquipment',
    state: 'granted',
    until: canaries.schemeUntil,
    note: canaryText('money'),
  },
];

/** The child in a file of the lead, from which its draft and then the case is made; the draft's id. */
async function importCanary(nurse: Client): Promise<string> {
  const patient = { reference: 'Patient/canary' };
  const resources = [
    { resourceType: 'Patient', id: 'canary', contact: [{ name: { text: canaries.fileGuardian } }] },
    { resourceType: 'AllergyIntolerance', patient, code: { text: canaries.fileAllergy } },
    {
      resourceType: 'Device',
      patient,
      type: { text: canaries.fileDevice },
      note: [{ text: canaries.fileDeviceNote }],
    },
  ];
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) };
  await nurse.post('/imports/fhir', bundle);
  const { body } = await nurse.get<{ drafts: { id: string; caseId: string | null; familyName: string | null }[] }>(
    '/imports/drafts',
  );
  return body.drafts.find(({ caseId, familyName }) => caseId === null && familyName === null)?.id ?? '';
}

/** One event at the version as it stands; throws where it is refused. */
export async function send(client: Client, caseId: string, event: Record<string, unknown>): Promise<void> {
  const once = async () => {
    const { body: view } = await client.get<{ version: number }>(`/cases/${caseId}`);
    return client.send(caseId, view.version, event);
  };
  // The prompt at twelve comes from the clock, between two of these.
  const first = await once();
  const answer = first.body.code === 'version-conflict' ? await once() : first;
  if (answer.status !== 200) throw new Error(`${String(event.type)}: ${JSON.stringify(answer.body)}`);
}

/** A child of the lead in preparation, with a canary in everything that its registration and its file tell. */
export async function openCanaryCase(nurse: Client): Promise<string> {
  const made = await nurse.post<{ id: string }>('/cases', {
    lead: 'org-kodomo',
    familyName: canaries.name,
    givenName: 'ひな',
    familyKana: canaries.kana,
    givenKana: 'ひな',
    hospitalNumber: canaries.hospitalNumber,
    bornOn: canaries.bornOn,
    municipality: '141003',
    needs: ['ventilator', 'suction'],
    reason: canaryText('plan'),
    origin: 'ward',
    draft: await importCanary(nurse),
  });
  const caseId = made.body.id;
  const adoption = { stage: 'preparing', since: day(30), source: 'paper', note: canaryText('plan') };
  await send(nurse, caseId, { type: 'case.adopted', ...adoption });
  return caseId;
}

/** A case of the lead with an enquiry to every other organisation, its consents, and a canary in every category. */
export async function canaryCase(world: PeopleWorld): Promise<string> {
  const nurse = world.member('lead', 'dischargeNurse');
  const caseId = await openCanaryCase(nurse);
  for (const [at, { name, kind, stands, consent }] of relations.entries()) {
    const organisation = world.orgs.get(name) ?? '';
    if (name === 'lead' || name === 'stranger') continue;
    if (kind !== 'hub')
      await send(nurse, caseId, {
        type: 'candidate.asked',
        candidateId: `t-${at}`,
        function: 'visitingNurse',
        organisation,
      });
    // By telephone, as the lead may: whoever accepted acts, whoever was only asked answers.
    if (kind !== 'hub' && (stands === 'partner' || name === 'accepted'))
      await send(nurse, caseId, { type: 'candidate.answered', candidateId: `t-${at}`, answer: 'accepted' });
    const categories = name === 'declined' || name === 'withdrawn' ? shareable : consent;
    if (categories.length > 0) await send(nurse, caseId, consentTo(organisation, `c-${at}`, categories));
    if (name === 'declined')
      await send(nurse, caseId, {
        type: 'candidate.answered',
        candidateId: `t-${at}`,
        answer: 'declined',
        declineReason: 'noCapacity',
      });
    if (name === 'ended')
      await send(nurse, caseId, { type: 'candidate.answered', candidateId: `t-${at}`, answer: 'ended' });
    if (name === 'withdrawn') await send(nurse, caseId, { type: 'consent.withdrawn', consentId: `c-${at}` });
  }
  for (const event of canaryEntries()) await send(nurse, caseId, event);
  return caseId;
}

export const consentTo = (recipient: string, consentId: string, categories: readonly string[]) => ({
  type: 'consent.recorded',
  consentId,
  scope: 'recipient',
  recipient,
  categories,
  purpose: 'care',
  from: day(3),
  until: day(-90),
  givers: [{ relation: 'mother', authority: 'parental' }],
  method: 'paper',
});
