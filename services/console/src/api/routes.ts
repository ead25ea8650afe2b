import type {
  administrationEndpoints,
  caseEndpoints,
  caseSourceEndpoints,
  demoEndpoints,
  handoffEndpoints,
  importEndpoints,
  mergeEndpoints,
  pathwayEndpoints,
  previewEndpoints,
  referralEndpoints,
  reportEndpoints,
  sessionEndpoints,
  taskEndpoints,
} from '@kaerimichi/contracts';
import { route } from './route.ts';

type Session = typeof sessionEndpoints;
type Cases = typeof caseEndpoints;
type Demo = typeof demoEndpoints;
type Handoffs = typeof handoffEndpoints;
type Imports = typeof importEndpoints;
type Referrals = typeof referralEndpoints;
type Merges = typeof mergeEndpoints;
type Administration = typeof administrationEndpoints;

/** Every endpoint the console calls; a renamed one no longer compiles. */
export const routes = {
  signIn: route<Session['signIn']>('POST', '/session'),
  place: route<Session['place']>('GET', '/place'),
  session: route<Session['session']>('GET', '/session'),
  signOut: route<Session['signOut']>('DELETE', '/session'),
  me: route<Session['me']>('GET', '/me'),
  actFor: route<Session['actFor']>('PUT', '/me/membership'),
  pathway: route<(typeof pathwayEndpoints)['pathway']>('GET', '/pathway'),
  board: route<Cases['board']>('GET', '/board'),
  tasks: route<(typeof taskEndpoints)['list']>('GET', '/tasks'),
  sync: route<Cases['sync']>('POST', '/board/sync'),
  register: route<Cases['register']>('POST', '/cases'),
  similarCases: route<Cases['similar']>('POST', '/cases/similar'),
  case: route<Cases['get']>('GET', '/cases/:id'),
  source: route<(typeof caseSourceEndpoints)['source']>('GET', '/cases/:id/source'),
  preview: route<(typeof previewEndpoints)['preview']>('GET', '/cases/:id/preview'),
  events: route<Cases['events']>('GET', '/cases/:id/events'),
  accessLog: route<Cases['accessLog']>('GET', '/cases/:id/access-log'),
  transitions: route<Cases['transitions']>('GET', '/cases/:id/transitions'),
  send: route<Cases['send']>('POST', '/cases/:id/events'),
  handoffs: route<Handoffs['list']>('GET', '/handoffs'),
  handoffsOfCase: route<Handoffs['ofCase']>('GET', '/cases/:id/handoffs'),
  handoffProposal: route<Handoffs['proposal']>('GET', '/cases/:id/handoff-proposal'),
  search: route<Cases['find']>('POST', '/search'),
  importProgress: route<Imports['progress']>('GET', '/imports/progress/:key'),
  drafts: route<Imports['list']>('GET', '/imports/drafts'),
  draft: route<Imports['get']>('GET', '/imports/drafts/:id'),
  confirmDraft: route<Imports['confirm']>('PUT', '/imports/drafts/:id/confirmed'),
  discardDraft: route<Imports['discard']>('DELETE', '/imports/drafts/:id'),
  discardFile: route<Imports['discardFile']>('DELETE', '/imports/files/:id'),
  sendReferral: route<Referrals['send']>('POST', '/referrals'),
  referrals: route<Referrals['list']>('GET', '/referrals'),
  referral: route<Referrals['get']>('GET', '/referrals/:id'),
  decideReferral: route<Referrals['decide']>('POST', '/referrals/:id/decision'),
  merges: route<Merges['list']>('GET', '/merges'),
  merge: route<Merges['get']>('GET', '/merges/:id'),
  counts: route<(typeof reportEndpoints)['counts']>('GET', '/reports/counts'),
  demoStart: route<Demo['start']>('GET', '/demo'),
  demoSignIn: route<Demo['signIn']>('POST', '/demo/session'),
  demoNext: route<Demo['next']>('POST', '/demo/next'),
  demoReset: route<Demo['reset']>('POST', '/demo/reset'),
  language: route<Session['language']>('PUT', '/me/language'),
  organisations: route<Administration['organisations']>('GET', '/organisations'),
  addOrganisation: route<Administration['addOrganisation']>('POST', '/admin/organisations'),
  people: route<Administration['people']>('GET', '/admin/people'),
  addPerson: route<Administration['addPerson']>('POST', '/admin/people'),
  changeMembership: route<Administration['changeMembership']>('PUT', '/memberships/:id'),
  disablePerson: route<Administration['disablePerson']>('PUT', '/admin/people/:id/disabled'),
  givePasswordSlip: route<Administration['givePasswordSlip']>('POST', '/admin/people/:id/password-slip'),
  readPasswordSlip: route<Administration['readPasswordSlip']>('POST', '/password/slip'),
  signIns: route<Administration['signIns']>('GET', '/admin/sign-ins'),
  choosePassword: route<Administration['choosePassword']>('POST', '/password'),
  readSetupLink: route<Administration['readSetupLink']>('POST', '/setup/link'),
  setUp: route<Administration['setUp']>('POST', '/setup'),
};
