import {
  canaryEntries,
  consentTo,
  daysAgo,
  openCanaryCase,
  type Planted,
  plantedText,
  send as sendAs,
} from './canary-case.ts';
import { shareable } from './people-table.ts';
import type { PeopleWorld } from './people-world.ts';

/** Words of a second child: whoever reads one with the first child's case was told of the wrong child. */
export const larks: Planted = {
  bird: 'lark',
  name: 'ヒバリヤマ',
  kana: 'ひばりやま',
  hospitalNumber: 'HN-LARK-4402',
  bornOn: '2012-08-19',
  caregiver: 'lark-caregiver',
  deviceModel: 'lark-device-model',
  schemeUntil: '2038-10-21',
  fileGuardian: 'lark-file-guardian',
  fileAllergy: 'lark-file-allergy',
  fileDevice: 'lark-file-device',
  fileDeviceNote: 'lark-file-note-of-device',
};

/** The sections of a handoff and the category by which each is read, by hand from experience.md §5.11. */
export const sectionCategories: Readonly<Record<string, string>> = {
  contacts: 'contacts',
  condition: 'clinical',
  breathing: 'clinical',
  deviceSettings: 'skills',
  nutrition: 'clinical',
  medicines: 'clinical',
  caregiving: 'skills',
  emergencies: 'clinical',
  schemes: 'money',
};

/** Organisations to which a handoff was written, sent or not. */
export const handoffRecipients = [
  'handoff-draft',
  'handoff-sent',
  'handoff-accepted',
  'handoff-declined',
  'handoff-withdrawn',
] as const;

/** What stands in one section of the handoff to one organisation. */
export const sectionText = (relation: string, section: string): string => `lark-${relation}-${section}-text`;

type Telling = { readonly world: PeopleWorld; readonly caseId: string };
type Event = Record<string, unknown> & { readonly type: string };

const orgOf = ({ world }: Telling, relation: string): string => world.orgs.get(relation) ?? '';
type Speaker = readonly [relation: string, role: string];
const nurse: Speaker = ['lead', 'dischargeNurse'];
const say = ({ world, caseId }: Telling, event: Event, [relation, role]: Speaker = nurse) =>
  sendAs(world.member(relation, role), caseId, event);

async function accept(telling: Telling, relation: string): Promise<void> {
  await say(telling, ask(telling, relation));
  await say(telling, { type: 'candidate.answered', candidateId: `t-${relation}`, answer: 'accepted' });
}

const ask = (telling: Telling, relation: string, candidateId = `t-${relation}`): Event => ({
  type: 'candidate.asked',
  candidateId,
  function: 'visitingNurse',
  organisation: orgOf(telling, relation),
});

const consent = (telling: Telling, relation: string, change: Record<string, unknown> = {}): Event => ({
  ...consentTo(orgOf(telling, relation), `c-${relation}`, shareable),
  ...change,
});

const withdrawal = (consentId: string): Event => ({ type: 'consent.withdrawn', consentId });

/** Away and back: whoever led the case meanwhile has no part in it now, and the family's consent to it still counts. */
async function leadByAnother(telling: Telling): Promise<void> {
  const { world } = telling;
  const there: Speaker = ['lead-before', 'dischargeNurse'];
  const home = world.orgs.get('lead') ?? '';
  await say(telling, consent(telling, 'lead-before'));
  await say(telling, { type: 'lead.offered', organisation: orgOf(telling, 'lead-before') });
  await say(telling, { type: 'lead.accepted' }, there);
  await say(telling, { type: 'note.added', note: plantedText(larks, 'before') }, there);
  await say(telling, { ...consent(telling, 'lead'), consentId: 'c-back', recipient: home }, there);
  await say(telling, { type: 'lead.offered', organisation: home }, there);
  await say(telling, { type: 'lead.accepted' });
}

async function consents(telling: Telling): Promise<void> {
  await accept(telling, 'consent-future');
  await say(telling, consent(telling, 'consent-future', { from: daysAgo(-5) }));
  await accept(telling, 'consent-over');
  await say(telling, consent(telling, 'consent-over', { from: daysAgo(9), until: daysAgo(2) }));
  await accept(telling, 'consent-programme');
  await say(telling, consent(telling, 'consent-programme', { purpose: 'programme' }));
  await accept(telling, 'consent-two');
  await say(telling, consent(telling, 'consent-two', { categories: ['contacts', 'skills'], purpose: 'school' }));
  await say(telling, consent(telling, 'consent-two', { consentId: 'c-two-care', categories: ['plan'] }));
  await accept(telling, 'consent-narrowed');
  await say(telling, consent(telling, 'consent-narrowed'));
  await say(
    telling,
    consent(telling, 'consent-narrowed', { consentId: 'c-narrow', categories: ['contacts', 'clinical'] }),
  );
  await say(telling, withdrawal('c-consent-narrowed'));
  await say(telling, consent(telling, 'consent-alone'));
  await say(telling, consent(telling, 'hub-over', { from: daysAgo(9), until: daysAgo(2) }));
}

async function leaveAndAskAgain(telling: Telling): Promise<void> {
  const relation = 'left-and-asked';
  await accept(telling, relation);
  await say(telling, consent(telling, relation));
  await say(telling, { type: 'candidate.answered', candidateId: `t-${relation}`, answer: 'ended' });
  await say(telling, withdrawal(`c-${relation}`));
  await say(telling, ask(telling, relation, 't-again'));
}

async function handoffs(telling: Telling): Promise<void> {
  for (const relation of handoffRecipients) {
    const handoffId = `h-${relation}`;
    const sections = Object.keys(sectionCategories).map(id => [id, sectionText(relation, id)]);
    const texts = { ...Object.fromEntries(sections), contactsNight: '当直' };
    await say(telling, consent(telling, relation));
    await say(telling, { type: 'handoff.composed', handoffId, recipient: orgOf(telling, relation), ...texts });
    if (relation === 'handoff-draft') continue;
    await say(telling, { type: 'handoff.sent', handoffId });
    if (relation === 'handoff-withdrawn') await say(telling, { type: 'handoff.withdrawn', handoffId });
    if (relation === 'handoff-accepted' || relation === 'handoff-declined') await decide(telling, relation, handoffId);
  }
}

async function decide(telling: Telling, relation: string, handoffId: string): Promise<void> {
  const there: Speaker = [relation, 'visitingNurse'];
  await say(telling, { type: 'handoff.opened', handoffId }, there);
  if (relation === 'handoff-declined') {
    await say(telling, { type: 'handoff.declined', handoffId, declineReason: 'noCapacity' }, there);
    return;
  }
  for (const section of ['condition', 'breathing', 'medicines', 'emergencies'])
    await say(telling, { type: 'handoff.sectionConfirmed', handoffId, section }, there);
  await say(telling, { type: 'handoff.accepted', handoffId, withConditions: false, firstVisitOn: daysAgo(-5) }, there);
}

/** The second child's case, to which every organisation of `otherRelations` stands as its name says. */
export async function otherChild(world: PeopleWorld): Promise<string> {
  const caseId = await openCanaryCase(world.member('lead', 'dischargeNurse'), larks);
  const telling = { world, caseId };
  await leadByAnother(telling);
  await consents(telling);
  await leaveAndAskAgain(telling);
  await handoffs(telling);
  for (const event of canaryEntries(larks)) await say(telling, event as Event);
  await say(telling, { type: 'lead.offered', organisation: orgOf(telling, 'lead-offered') });
  return caseId;
}
