import { type Answer, type Client, signIn } from '../product/client.ts';
import { importList, inventedList } from '../product/import-list.ts';
import { childCalled } from './children.ts';

/** What others see that the discharge-support nurse does not: by the name to sign in with. */
export const ofOthers = {
  'admin@demo': [
    '/admin',
    '/admin?part=people',
    '/admin?part=screens',
    '/admin?part=rules',
    '/admin?part=webhooks',
    '/sign-ins',
    '/pathway',
  ],
  'pref@demo': ['/reports'],
  'family@demo': ['/family'],
} as const;
/** What is seen without signing in. */
export const ofNobody = [
  '/login',
  '/c',
  '/c#nothing-that-was-ever-given-out',
  '/p',
  '/accessibility',
  '/join',
  '/setup',
  '/password',
  '/password#nothing-that-was-ever-given-out',
  '/demo',
];
/** Of a device that nobody has made a screen, and of the demo's own. */
export const ofDevices = ['/wall/nobodys', '/wall/demo'];

/** Under a case. */
const parts = [
  '',
  '/next',
  '/overview',
  '/path',
  '/outlook',
  '/team',
  '/checklists',
  '/skills',
  '/devices',
  '/entitlements',
  '/stays',
  '/conferences',
  '/facts',
  '/documents',
  '/card',
  '/visits/first-h1',
  '/handoffs',
  '/handoffs/new',
  '/sharing',
  '/fees',
  '/record',
  '/record/plan.written',
  '/record/hold.added',
  '/print/summary',
  '/print/needed?until=discharged',
];

/** Every screen of the discharge-support nurse in the demo, one case for all; what a screen needs to show is made first. */
export async function addressesOfNurse(api: Client, caseId: string): Promise<string[]> {
  const grown = `/cases/${(await childCalled(api, '加藤')).id}`;
  const handoff = `/cases/${(await childCalled(api, '上野')).id}/handoffs/h1`;
  const draft = `/imports/drafts/${await importedDraft(api)}`;
  await importList(api, { name: 'list.csv', bytes: inventedList });
  return [
    '/board',
    '/board/list',
    '/board?lead=nobody',
    '/tasks',
    '/today',
    '/outbox',
    '/inbox',
    '/inbox?tab=changes',
    '/tasks?view=morning',
    '/reports/house',
    '/handoffs?box=out',
    '/referrals?box=in',
    '/referrals/new',
    '/search',
    '/imports',
    '/imports/facilities',
    '/resources',
    '/resources?q=nowhere',
    '/cases/new',
    '/help',
    '/settings',
    '/duty',
    '/nowhere',
    draft,
    `/referrals/${await referral(api.url)}`,
    '/merges',
    `/merges/${await merge(api)}`,
    handoff,
    `${handoff}/revise`,
    ...['evaluation', 'followUp', 'adult'].map(part => `${grown}/${part}`),
    ...parts.map(part => `/cases/${caseId}${part}`),
  ];
}

/** A hospital's file of one child: the draft that comes of it. */
async function importedDraft(api: Client): Promise<string> {
  const patient = {
    resourceType: 'Patient',
    id: 'p1',
    name: [{ family: '架空', given: ['みどり'] }],
    birthDate: '2026-05-05',
  };
  taken(await api.post('/imports/fhir', patient, { 'content-type': 'application/fhir+json' }));
  const { drafts } = taken(await api.get<{ drafts: { id: string }[] }>('/imports/drafts'));
  return drafts[0]?.id ?? '';
}

/** A station's referral to the hospital. */
async function referral(url: string): Promise<string> {
  const body = { to: 'org-kodomo', origin: 'home', reason: '退院後の相談', consent: 'notAsked', sex: 'unknown' };
  return taken(await (await signIn(url, 'hvn@demo')).post<{ id: string }>('/referrals', body)).id;
}

/** Two cases of the hospital that may be one child, proposed by another of its people. */
async function merge(api: Client): Promise<string> {
  const child = { lead: 'org-kodomo', familyName: '架空', bornOn: '2026-04-01', reason: 'x', origin: 'ward' };
  const register = async () => taken(await api.post<{ no: string }>('/cases', child)).no;
  const pair = { survivor: await register(), absorbed: await register(), reason: '二重に登録した' };
  return taken(await (await signIn(api.url, 'head@demo')).post<{ id: string }>('/merges', pair)).id;
}

/** The answer to what cannot be refused here. */
function taken<Body>({ status, body }: Answer<Body>): Body {
  if (status >= 300) throw new Error(`answered with ${status}: ${JSON.stringify(body)}`);
  return body;
}
