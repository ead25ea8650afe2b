import type { Client } from '../product/client.ts';
import { relations, shareable } from './people-table.ts';
import type { PeopleWorld } from './people-world.ts';

/** Words that stand in one place of a case each: whoever reads one has seen that place. */
export type Planted = {
  /** Stands in every word of the Latin alphabet. */
  readonly bird: string;
  readonly name: string;
  readonly kana: string;
  readonly hospitalNumber: string;
  readonly bornOn: string;
  readonly caregiver: string;
  readonly deviceModel: string;
  readonly schemeUntil: string;
  readonly fileGuardian: string;
  readonly fileAllergy: string;
  readonly fileDevice: string;
  readonly fileDeviceNote: string;
};

export const canaries = {
  bird: 'canary',
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
} as const satisfies Planted;

/** The free text of an entry of each category. */
export const plantedText = ({ bird }: Planted, category: string): string => `${bird}-text-${category}`;
export const canaryText = (category: string): string => plantedText(canaries, category);

/** A day, so many before today. */
export const daysAgo = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/** Entries of every category that has any, each with its word. */
export const canaryEntries = (words: Planted = canaries): Record<string, unknown>[] =>
  entriesWith(words, category => plantedText(words, category));

const entriesWith = (words: Planted, text: (category: string) => string): Record<string, unknown>[] => [
  { type: 'referral.received', source: 'ward', note: text('plan') },
  { type: 'interview.held', outcome: 'held', childPresent: true, note: text('family') },
  { type: 'contacts.recorded', when: 'day', contact: text('contacts') },
  { type: 'factors.recorded', factors: ['medicalProcedures'], note: text('clinical') },
  {
    type: 'skill.assessed',
    procedure: 'suctionTracheal',
    caregiver: words.caregiver,
    level: 4,
    note: text('skills'),
  },
  {
    type: 'device.chosen',
    deviceId: 'd-1',
    kind: 'suction',
    model: words.deviceModel,
    electric: true,
    atHome: true,
    consumables: true,
    vendorPhone24h: true,
  },
  { type: 'home.checked', home: true, power: true, powerPlan: true, note: text('disaster') },
  {
    type: 'entitlement.updated',
    kind: 'dailyEquipment',
    state: 'granted',
    until: words.schemeUntil,
    note: text('money'),
  },
];

/** The child in a file of the lead, from which its draft and then the case is made; the draft's id. */
async function importChild(nurse: Client, words: Planted): Promise<string> {
  const patient = { reference: `Patient/${words.bird}` };
  const resources = [
    { resourceType: 'Patient', id: words.bird, contact: [{ name: { text: words.fileGuardian } }] },
    { resourceType: 'AllergyIntolerance', patient, code: { text: words.fileAllergy } },
    {
      resourceType: 'Device',
      patient,
      type: { text: words.fileDevice },
      note: [{ text: words.fileDeviceNote }],
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
  // The prompt at twelve and the lapse of a consent come from the clock, between two of these.
  let answer = await once();
  for (let more = 0; more < 3 && answer.body.code === 'version-conflict'; more++) answer = await once();
  if (answer.status !== 200) throw new Error(`${String(event.type)}: ${JSON.stringify(answer.body)}`);
}

/** A child of the lead in preparation, with a word in everything that its registration and its file tell. */
export async function openCanaryCase(nurse: Client, words: Planted = canaries): Promise<string> {
  const made = await nurse.post<{ id: string }>('/cases', {
    lead: 'org-kodomo',
    familyName: words.name,
    givenName: 'ひな',
    familyKana: words.kana,
    givenKana: 'ひな',
    hospitalNumber: words.hospitalNumber,
    bornOn: words.bornOn,
    municipality: '141003',
    needs: ['ventilator', 'suction'],
    reason: plantedText(words, 'plan'),
    origin: 'ward',
    draft: await importChild(nurse, words),
  });
  const caseId = made.body.id;
  const adoption = { stage: 'preparing', since: daysAgo(30), source: 'paper', note: plantedText(words, 'plan') };
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
  from: daysAgo(3),
  until: daysAgo(-90),
  givers: [{ relation: 'mother', authority: 'parental' }],
  method: 'paper',
});
