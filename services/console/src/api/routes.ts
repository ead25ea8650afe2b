import type { caseEndpoints, importEndpoints, pathwayEndpoints, sessionEndpoints } from '@kaerimichi/contracts';
import type { Expected } from './expected.ts';
import { route } from './route.ts';

type Session = typeof sessionEndpoints;
type Cases = typeof caseEndpoints;
type Imports = typeof importEndpoints;

/** Every endpoint the console calls; a renamed one no longer compiles. */
export const routes = {
  signIn: route<Session['signIn']>('POST', '/session'),
  signOut: route<Session['signOut']>('DELETE', '/session'),
  me: route<Session['me']>('GET', '/me'),
  actFor: route<Session['actFor']>('PUT', '/me/membership'),
  pathway: route<(typeof pathwayEndpoints)['pathway']>('GET', '/pathway'),
  board: route<Cases['board']>('GET', '/board'),
  sync: route<Cases['sync']>('POST', '/board/sync'),
  register: route<Cases['register']>('POST', '/cases'),
  case: route<Cases['get']>('GET', '/cases/:id'),
  events: route<Cases['events']>('GET', '/cases/:id/events'),
  transitions: route<Cases['transitions']>('GET', '/cases/:id/transitions'),
  send: route<Cases['send']>('POST', '/cases/:id/events'),
  search: route<Cases['search']>('GET', '/search'),
  drafts: route<Imports['list']>('GET', '/imports/drafts'),
  draft: route<Imports['get']>('GET', '/imports/drafts/:id'),
  confirmDraft: route<Imports['confirm']>('PUT', '/imports/drafts/:id/confirmed'),
  organisations: route<Expected['organisations']>('GET', '/organisations'),
  setUp: route<Expected['setUp']>('POST', '/setup'),
  language: route<Expected['language']>('PUT', '/me/language'),
  listOrganisations: route<Expected['listOrganisations']>('GET', '/admin/organisations'),
  addOrganisation: route<Expected['addOrganisation']>('POST', '/admin/organisations'),
  listPeople: route<Expected['listPeople']>('GET', '/admin/people'),
  addPerson: route<Expected['addPerson']>('POST', '/admin/people'),
  listMemberships: route<Expected['listMemberships']>('GET', '/admin/memberships'),
  addMembership: route<Expected['addMembership']>('POST', '/admin/memberships'),
};
