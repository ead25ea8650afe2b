import { randomUUID } from 'node:crypto';
import { listColumns } from '@kaerimichi/contracts';
import { type Ask, get, missing, sent } from './ask.ts';
import type { Planted } from './canary-case.ts';
import type { Relation } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';
import { waitingAsks } from './waiting-asks.ts';
import type { Waiting } from './waiting-world.ts';

/** A child of the matrix: its case, the words planted in it, and who stands how to it. */
export type Child = {
  readonly caseId: string;
  readonly no: string;
  readonly words: Planted;
  readonly relations: readonly Relation[];
  /** The draft from which the case was made, and the file that it came in. */
  readonly draft: string;
  readonly file: string;
  /** Whose sight of the case is looked at by whoever may. */
  readonly previewed: string;
  /** Invitations of a guardian: one that is open, one that was withdrawn, and one to another child. */
  readonly invited: string;
  readonly withdrawn: string;
  readonly elsewhere: string;
};

/** With what waits in it for somebody's decision. */
export type AskedWorld = PeopleWorld & { readonly waiting: Waiting };

/** Every route of the table with one question, none of which changes what another one is answered. */
export function asksOf(member: Member, child: Child, world: AskedWorld): Ask[] {
  // A guardian belongs to a child and to no organisation.
  const own = world.orgs.get(member.relation.name) ?? world.orgs.get('stranger') ?? '';
  const isLead = member.relation.name === 'lead';
  const asks = [
    plainAsks(child.no),
    ownAsks(child.caseId),
    viewAsks(child),
    ruleAsks(),
    caseAsks(child, world),
    writing(own, world, isLead),
    fileAsks(child, isLead),
  ];
  const others = [familyAsks(child), referralAsks(own), mergeAsks(child), waitingAsks(world.waiting, child.caseId)];
  return [...asks, ...others].flat();
}

const plainAsks = (no: string): Ask[] => [
  ...[
    '/session',
    '/place',
    '/me',
    '/pathway',
    '/pathway/proof',
    '/organisations',
    '/board',
    '/tasks',
    '/inbox',
    '/drafts',
  ].map(path => get(path)),
  get('GET /rules'),
  sent('POST /rules/medical-care-score', '/rules/medical-care-score', { assessedOn: '2026-11-22', items: [] }),
  sent('POST /rules/severe-child-score', '/rules/severe-child-score', {
    assessedOn: '2026-11-22',
    motorFunction: 'lying',
    items: [],
  }),
  sent('POST /rules/deadlines', '/rules/deadlines', { rule: 'a246.1.screen', admittedOn: '2026-11-22' }),
  get('GET /tasks#team', '/tasks?of=team'),
  get('GET /tasks#another', `/tasks?of=${missing}`),
  get('GET /tasks/colleagues'),
  get('GET /tasks/morning'),
  get('GET /visits'),
  get('GET /substitutes'),
  get('GET /board#closed', '/board?closed=1'),
  get('GET /handoffs#in', '/handoffs?box=in'),
  get('GET /handoffs#out', '/handoffs?box=out'),
  get('GET /search', `/search?q=${no}`),
  ...['/reports/counts', '/admin/people', '/admin/sign-ins', '/admin/proposals', '/imports/drafts'].map(path =>
    get(path),
  ),
  get('GET /facilities'),
  get('GET /facilities/choices'),
  sent('POST /search', '/search', { q: no }),
  sent('POST /rules/fees', '/rules/fees', { fee: 'b004', on: '2026-12-01', facts: {} }),
  sent('POST /board/sync', '/board/sync', { have: {} }),
  sent('PUT /me/membership', '/me/membership', { membership: missing }),
  sent('PUT /me/language', '/me/language', { language: 'ja' }),
  sent('PUT /me/presence', '/me/presence', { shown: true }),
  get('GET /me/seen'),
  sent('PUT /me/seen', '/me/seen', { board: 'board', cases: {} }),
];

/** What somebody keeps for oneself: what was read, and what was typed and not sent. */
function ownAsks(caseId: string): Ask[] {
  const draft = { subject: 'note.added', route: '/tasks', content: '{}' };
  return [
    sent('PUT /me/settings', '/me/settings', {}),
    get('GET /me/mail'),
    sent('PUT /me/mail', '/me/mail', { address: null }),
    sent('PUT /me/mail/confirmed', '/me/mail/confirmed', { code: '000000' }),
    get('GET /me/push'),
    sent('PUT /me/push', '/me/push', browser),
    sent('DELETE /me/push/{id}', `/me/push/${missing}`, {}),
    sent('PUT /inbox/read', '/inbox/read', { cases: [{ caseId, version: 1_000_000 }] }),
    sent('PUT /inbox/muted', '/inbox/muted', { caseId, kinds: [] }),
    get('GET /drafts/{place}', `/drafts/${missing}`),
    sent('PUT /drafts/{place}#case', '/drafts/of-case', { ...draft, caseId }),
    sent('PUT /drafts/{place}#plain', '/drafts/plain', { ...draft, caseId: null }),
    sent('DELETE /drafts/{place}', '/drafts/of-case', {}),
  ];
}
const settings = {
  filters: { due: ['7d'] },
  lanes: 'none',
  density: 'normal',
  sort: 'due',
  columns: ['stage'],
  limits: {},
};

/** Whoever is on duty in it is in no list: let in where it may be written, and told so. */
const nobodysRoster = {
  bands: [{ id: 'day', name: '日中', begins: '08:30', ends: '17:15' }],
  posts: [],
  weekly: [{ weekday: 1, band: 'day', post: 'nobody' }],
  exceptions: [],
};

/** Rules that go together with nothing: let in where they may be written, and told what is wrong with them. */
const ruleAsks = (): Ask[] => [
  get('GET /duty'),
  sent('PUT /duty', '/duty', { version: 0, roster: nobodysRoster }),
  get('GET /rule-sets'),
  sent('PUT /rule-sets/draft', '/rule-sets/draft', { revision: 0, content: { off: ['nothing'] } }),
  sent('POST /rule-sets/preview', '/rule-sets/preview', { content: { off: ['nothing'] }, fromOn: today() }),
  sent('POST /rule-sets/versions', '/rule-sets/versions', { revision: 1, fromOn: '2020-01-01' }),
  get('GET /rule-sets/overrides'),
  sent('PUT /evaluation-beds', '/evaluation-beds', { beds: 3 }),
  get('GET /reports/house'),
  sent('PUT /reports/house/beds', '/reports/house/beds', {
    fromOn: '2026-04-01',
    general: 40,
    longTerm: 0,
    child: 120,
  }),
  sent('PUT /reports/house/standards', '/reports/house/standards', {
    ...{ fromOn: '2026-04-01', notified: [], video: false, dpc: true },
  }),
  sent('POST /rule-sets/overrides/kept', '/rule-sets/overrides/kept', { requirement: 'nothing', reason: '例' }),
];

const viewAsks = ({ caseId }: Child): Ask[] => [
  sent('POST /board/csv', '/board/csv', { cases: [caseId], columns: [...listColumns], language: 'ja' }),
  sent('POST /page-faults', '/page-faults', { kind: 'TypeError', places: [] }),
  sent('POST /board/prints', '/board/prints', { cases: [caseId], paper: 'boardList' }),
  get('GET /views'),
  ...['personal', 'organisation'].map(scope =>
    sent(`POST /views#${scope}`, '/views', { name: '今週うごくケース', scope, settings }),
  ),
  sent('PUT /views/{id}', `/views/${missing}`, { settings, version: 1 }),
  sent('DELETE /views/{id}', `/views/${missing}`, {}),
];

/** The Japanese day: on a later one consents that end have ended. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

const caseAsks = ({ caseId, previewed }: Child, world: PeopleWorld): Ask[] => [
  // A task that is not there: whoever sees the case is told so in its row, whoever does not that there is no such case.
  sent('POST /tasks/changes', '/tasks/changes', {
    tasks: [{ caseId, task: 'hold.none' }],
    change: { is: 'due', dueOn: '2099-01-01', reason: 'x' },
  }),
  ...[
    '',
    '/transitions',
    '/ahead',
    '/duty',
    '/fees',
    '/plan',
    '/readers',
    '/checklists',
    '/preparation',
    ...['/card', '/aftercare', '/source', '/handoffs', '/access-log', '/handoff-proposal'],
    '/conferences',
    '/documents',
  ].map(part => get(`GET /cases/{id}${part}`, `/cases/${caseId}${part}`)),
  get('GET /cases/{id}/ways/{stage}', `/cases/${caseId}/ways/planning`),
  get('GET /cases/{id}/documents/{kind}.pdf', `/cases/${caseId}/documents/dischargePlan.pdf`),
  get('GET /cases/{id}/handoffs/{handoff}/packet.pdf', `/cases/${caseId}/handoffs/${missing}/packet.pdf`),
  get('GET /cases/{id}/handoffs/{handoff}/suggestions', `/cases/${caseId}/handoffs/${missing}/suggestions`),
  // A wrong code would be counted for the address of all who ask here: a time to come is told before any is compared.
  sent('POST /handoff-papers/heard', '/handoff-papers/heard', {
    ...{ code: 'ZZZZ-ZZZZ-ZZZZ', saidBy: 'x', answer: 'paperRead' },
    saidAt: '2999-01-01T00:00:00.000Z',
  }),
  get(
    'GET /cases/{id}/documents/{kind}/versions/{version}.pdf',
    `/cases/${caseId}/documents/dischargePlan/versions/${missing}.pdf`,
  ),
  // Without a key nobody writes: who makes versions and adds files is asked in the tests of both.
  ...['/documents/{kind}/versions', '/attachments'].map(part => ({
    row: `POST /cases/{id}${part}`,
    path: `/cases/${caseId}${part.replace('{kind}', 'dischargePlan')}`,
    init: { method: 'POST' },
  })),
  get('GET /cases/{id}/attachments', `/cases/${caseId}/attachments`),
  get('GET /cases/{id}/attachments/{file}', `/cases/${caseId}/attachments/${missing}`),
  sent('DELETE /cases/{id}/attachments/{file}', `/cases/${caseId}/attachments/${missing}`, {}),
  ...(['POST', 'DELETE'] as const).map(method =>
    sent(
      `${method} /cases/{id}/conferences/{conference}/seats/{seat}/link`,
      `/cases/${caseId}/conferences/${missing}/seats/${missing}/link`,
      {},
    ),
  ),
  sent('POST /cases/{id}/what-if', `/cases/${caseId}/what-if`, { events: [] }),
  get('GET /cases/{id}/replay', `/cases/${caseId}/replay?on=${today()}`),
  sent('POST /cases/{id}/exports', `/cases/${caseId}/exports`, { what: 'summary' }),
  get('GET /cases/{id}/events', `/cases/${caseId}/events?limit=500`),
  get('GET /cases/{id}/preview', `/cases/${caseId}/preview?org=${world.orgs.get(previewed) ?? ''}&role=visitingNurse`),
];

const wall = { name: '試験の壁', level: 'number', nightDimming: true, reducedMotion: false, pin: null };

function writing(own: string, world: PeopleWorld, isLead: boolean): Ask[] {
  const another = world.orgs.get(isLead ? 'stranger' : 'lead') ?? '';
  const child = { bornOn: '2025-01-01', reason: 'x', origin: 'ward' };
  const person = { identifier: `new-${randomUUID()}`, displayName: '試験の人', flags: [] };
  return [
    sent('POST /cases#own', '/cases', { ...child, lead: own }),
    sent('POST /cases#another', '/cases', { ...child, lead: another }),
    sent('POST /admin/organisations', '/admin/organisations', { kind: 'clinic', name: `試験 ${randomUUID()}` }),
    // A role that none of these organisations has: whoever may bring somebody in is told so, and brings in nobody.
    sent('POST /admin/people#own', '/admin/people', { ...person, org: own, role: 'prefecture' }),
    sent('POST /admin/people#another', '/admin/people', { ...person, org: another, role: 'admin' }),
    ...['confirm', 'withdraw'].map(step =>
      sent(`POST /admin/proposals/{id}/${step}`, `/admin/proposals/${missing}/${step}`, {}),
    ),
    sent('POST /substitutes', '/substitutes', { substitute: missing, fromOn: '2026-01-01', untilOn: '2026-01-02' }),
    sent('DELETE /substitutes/{id}', `/substitutes/${missing}`, {}),
    get('GET /admin/screens'),
    sent('POST /admin/screens', '/admin/screens', wall),
    sent('PUT /admin/screens/{id}', `/admin/screens/${missing}`, { level: 'name' }),
    sent('POST /admin/screens/{id}/link', `/admin/screens/${missing}/link`, {}),
    sent('DELETE /admin/screens/{id}', `/admin/screens/${missing}`, {}),
    get('GET /admin/webhooks'),
    // Inside: whoever may is told so, and nothing is called.
    sent('POST /admin/webhooks', '/admin/webhooks', { url: 'https://10.0.0.1/', kinds: ['turn'] }),
    sent('PUT /admin/webhooks/{id}', `/admin/webhooks/${missing}`, { isOn: false }),
    sent('POST /admin/webhooks/{id}/secret', `/admin/webhooks/${missing}/secret`, {}),
    sent('DELETE /admin/webhooks/{id}', `/admin/webhooks/${missing}`, {}),
    get('GET /admin/webhooks/{id}/deliveries', `/admin/webhooks/${missing}/deliveries`),
    sent('POST /admin/webhooks/{id}/deliveries', `/admin/webhooks/${missing}/deliveries`, {}),
    sent('POST /admin/webhooks/{id}/deliveries/{delivery}', `/admin/webhooks/${missing}/deliveries/${missing}`, {}),
    sent('PUT /memberships/{id}', `/memberships/${missing}`, { flags: [] }),
    sent('PUT /admin/people/{id}/disabled', `/admin/people/${missing}/disabled`, { disabled: true }),
    sent('POST /admin/people/{id}/password-slip', `/admin/people/${missing}/password-slip`, {}),
  ];
}

/** A browser as it would subscribe, where this program told any. */
const browser = {
  endpoint: 'https://push.example.com/a',
  keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
  device: 'Chrome',
};

/** A form with a list of one invented station. */
const listForm = [
  '--x',
  'Content-Disposition: form-data; name="file"; filename="list.json"',
  '',
  JSON.stringify([{ id: '1400000000', n: '試験訪問看護', a: '神奈川県藤沢市湘南台1-1' }]),
  '--x--',
  '',
].join('\r\n');

const fileAsks = ({ draft, file }: Child, isLead: boolean): Ask[] => [
  sent(
    'POST /imports/fhir',
    '/imports/fhir?dryRun=1',
    { resourceType: 'Patient', id: 'nobody' },
    { 'content-type': 'application/fhir+json' },
  ),
  {
    row: 'POST /imports/facilities',
    path: '/imports/facilities?dryRun=1',
    init: { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: listForm },
  },
  get('GET /imports/progress/{key}', '/imports/progress/no-such-key'),
  get('GET /imports/drafts/{id}', `/imports/drafts/${draft}`),
  sent('PUT /imports/drafts/{id}/confirmed', `/imports/drafts/${draft}/confirmed`, { fields: {} }),
  sent('DELETE /imports/drafts/{id}', `/imports/drafts/${draft}`, {}),
  // The lead would take its own file back; to everybody else it is not there.
  sent('DELETE /imports/files/{id}', `/imports/files/${isLead ? missing : file}`, {}),
];

const familyAsks = ({ caseId, invited, withdrawn, elsewhere }: Child): Ask[] => [
  get('GET /family'),
  get('GET /family/documents/{version}.pdf', `/family/documents/${missing}.pdf`),
  get('GET /cases/{id}/guardians', `/cases/${caseId}/guardians`),
  sent('POST /cases/{id}/guardians', `/cases/${caseId}/guardians`, {
    relation: 'father',
    categories: ['contacts'],
    decides: false,
  }),
  ...Object.entries({ missing, invited }).flatMap(([which, id]) => [
    sent(`PUT /cases/{id}/guardians/{guardian}#${which}`, `/cases/${caseId}/guardians/${id}`, {
      categories: ['contacts'],
      decides: false,
      until: null,
      was: { categories: ['contacts'], decides: false, until: null },
    }),
    sent(`POST /cases/{id}/guardians/{guardian}/code#${which}`, `/cases/${caseId}/guardians/${id}/code`, {}),
  ]),
  ...Object.entries({ missing, invited, withdrawn, elsewhere }).map(([which, id]) =>
    sent(`DELETE /cases/{id}/guardians/{guardian}#${which}`, `/cases/${caseId}/guardians/${id}`, {}),
  ),
];

const referralAsks = (own: string): Ask[] => [
  get('GET /referrals#in', '/referrals?box=in'),
  get('GET /referrals#out', '/referrals?box=out'),
  get('GET /referrals/waiting'),
  get('GET /referrals/{id}', `/referrals/${missing}`),
  // To the own organisation nobody refers: whoever may refer is told so.
  sent('POST /referrals', '/referrals', { to: own, origin: 'ward', reason: 'x', consent: 'notAsked' }),
  sent('POST /referrals/{id}/decision', `/referrals/${missing}/decision`, { decision: 'withdrawn' }),
];

/** The very child described to whoever registers: only what one sees already is shown as alike. */
const mergeAsks = ({ words: { name, kana, bornOn } }: Child): Ask[] => [
  get('GET /merges'),
  get('GET /merges/{id}', `/merges/${missing}`),
  // Of numbers that no case has: whoever may propose is told so.
  sent('POST /merges', '/merges', { survivor: 'K-000000', absorbed: 'K-000001', reason: 'x' }),
  sent('POST /merges/{id}/decision', `/merges/${missing}/decision`, { act: 'reject', reason: 'x' }),
  sent('POST /cases/similar', '/cases/similar', { familyName: name, familyKana: kana, bornOn }),
];
