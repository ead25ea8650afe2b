import type { Me } from '@kaerimichi/contracts';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import type { GlyphName } from '../parts/glyph.tsx';
import { Patience } from '../parts/patience.tsx';
import { lazyPart, type Part } from '../words/lazy-part.tsx';
import type { WordKey } from '../words/words.ts';

export type Screen = {
  readonly path: string;
  readonly page: Part<object>;
  /** Absent for whom it is not: no permission, no control. */
  readonly when?: (me: Me) => boolean;
  /** Where it stands in the navigation, if it does. */
  readonly nav?: {
    readonly word: WordKey;
    /** Where a thumb’s width is all there is. */
    readonly short?: WordKey;
    readonly glyph: GlyphName;
    /** Leads to it after `g`. */
    readonly letter?: string;
    /** Not in the phone's bar, which is full: there it stands in the menu of the person. */
    readonly isWide?: true;
  };
};

/** A first view: it does not wait for the words of the others. */
const first = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazyPart(load, name, { wait: Patience, isFirst: true });
/** Every other one. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazyPart(load, name, { wait: Patience });

const board = () => import('../features/board/board-page.tsx');
const boardList = () => import('../features/board/board-list-page.tsx');
const theCase = () => import('../features/case/case-page.tsx');
const tasks = () => import('../features/tasks/tasks-page.tsx');
const inbox = () => import('../features/inbox/inbox-page.tsx');
const register = () => import('../features/case/register-page.tsx');
const record = () => import('../features/case/record-page.tsx');
const print = () => import('../features/case/print-page.tsx');
const handoffs = () => import('../features/handoff/handoffs-page.tsx');
const caseHandoffs = () => import('../features/handoff/case-handoffs-page.tsx');
const handoff = () => import('../features/handoff/handoff-page.tsx');
const compose = () => import('../features/handoff/compose-page.tsx');
const referrals = () => import('../features/referral/referrals-page.tsx');
const referral = () => import('../features/referral/referral-page.tsx');
const newReferral = () => import('../features/referral/new-referral-page.tsx');
const merges = () => import('../features/merge/merges-page.tsx');
const merge = () => import('../features/merge/merge-page.tsx');
const search = () => import('../features/search/search-page.tsx');
const imports = () => import('../features/import/import-page.tsx');
const draft = () => import('../features/import/draft-page.tsx');
const resources = () => import('../features/facilities/resources-page.tsx');
const facilityImport = () => import('../features/facilities/facility-import-page.tsx');
const admin = () => import('../features/admin/admin-page.tsx');
const signIns = () => import('../features/sign-ins/sign-ins-page.tsx');
const duty = () => import('../features/duty/duty-page.tsx');
const today = () => import('../features/visits/today-page.tsx');
const carryCard = () => import('../features/visits/card-page.tsx');
const visit = () => import('../features/visits/visit-page.tsx');
const outbox = () => import('../features/offline/outbox-page.tsx');
const settings = () => import('../features/settings/settings-page.tsx');
const reports = () => import('../features/reports/reports-page.tsx');
const house = () => import('../features/reports/house-page.tsx');
const proof = () => import('../features/proof/proof-page.tsx');
const family = () => import('../features/family/family-page.tsx');
const help = () => import('../features/help/help-page.tsx');

const onBoard = (me: Me) => me.abilities.board;
const readsHandoffs = (me: Me) => me.abilities.handoffs;
const isVisitingNurse = (me: Me) => me.membership.role === 'visitingNurse';
/** Whoever records visits. */
export const makesVisits = (me: Me) =>
  onBoard(me) && Object.values(me.abilities.events).some(types => types.includes('visit.recorded'));
const refers = (me: Me) => me.abilities.refer;
const readsMerges = (me: Me) => me.abilities.merges;
const mayImport = (me: Me) => me.abilities.import;
const importsFacilities = (me: Me) => me.abilities.importFacilities;
const seesResources = (me: Me) => me.abilities.resources;
const mayAdminister = (me: Me) => me.abilities.administer;
/** The duty roster is kept by whoever works with cases, and by administrators. */
export const keepsDuty = (me: Me) => onBoard(me) || mayAdminister(me);
const isFamily = (me: Me) => me.abilities.family;
const worksWithCases = (me: Me) => !isFamily(me);
const seesCounts = (me: Me) => me.abilities.counts;

/** One line per screen. */
export const screens: readonly Screen[] = [
  {
    path: '/family',
    page: later(family, 'FamilyPage'),
    when: isFamily,
    nav: { word: 'nav.family', glyph: 'person' },
  },
  {
    path: '/tasks',
    page: later(tasks, 'TasksPage'),
    when: onBoard,
    nav: { word: 'nav.tasks', glyph: 'check', letter: 't' },
  },
  {
    path: '/today',
    page: later(today, 'TodayPage'),
    when: me => makesVisits(me) && isVisitingNurse(me),
    nav: { word: 'nav.today', short: 'nav.todayShort', glyph: 'today' },
  },
  // Whoever visits now and then comes to it by the menu of the person: the bar is full.
  { path: '/today', page: later(today, 'TodayPage'), when: me => makesVisits(me) && !isVisitingNurse(me) },
  {
    path: '/board',
    page: first(board, 'BoardPage'),
    when: onBoard,
    nav: { word: 'nav.board', short: 'nav.boardShort', glyph: 'board', letter: 'b' },
  },
  {
    path: '/inbox',
    page: later(inbox, 'InboxPage'),
    when: onBoard,
    nav: { word: 'nav.inbox', glyph: 'bell', letter: 'i', isWide: true },
  },
  { path: '/board/list', page: first(boardList, 'BoardListPage'), when: onBoard },
  {
    path: '/handoffs',
    page: later(handoffs, 'HandoffsPage'),
    when: readsHandoffs,
    nav: { word: 'nav.handoffs', short: 'nav.handoffsShort', glyph: 'handoff', letter: 'h' },
  },
  { path: '/referrals', page: later(referrals, 'ReferralsPage'), when: refers },
  { path: '/referrals/new', page: later(newReferral, 'NewReferralPage'), when: refers },
  { path: '/referrals/:id', page: later(referral, 'ReferralPage'), when: refers },
  { path: '/merges', page: later(merges, 'MergesPage'), when: readsMerges },
  { path: '/merges/:id', page: later(merge, 'MergePage'), when: readsMerges },
  { path: '/cases/new', page: later(register, 'RegisterPage'), when: me => me.abilities.register },
  { path: '/cases/:id/record/:type', page: later(record, 'RecordPage'), when: worksWithCases },
  { path: '/cases/:id/handoffs', page: later(caseHandoffs, 'CaseHandoffsPage'), when: worksWithCases },
  { path: '/cases/:id/handoffs/new', page: later(compose, 'ComposePage'), when: worksWithCases },
  { path: '/cases/:id/handoffs/:hid', page: later(handoff, 'HandoffPage'), when: worksWithCases },
  { path: '/cases/:id/handoffs/:hid/revise', page: later(compose, 'ComposePage'), when: worksWithCases },
  { path: '/cases/:id/print/:what', page: later(print, 'PrintPage'), when: worksWithCases },
  { path: '/cases/:id/card', page: later(carryCard, 'CardPage'), when: onBoard },
  { path: '/cases/:id/visits/:vid', page: later(visit, 'VisitPage'), when: onBoard },
  { path: '/cases/:id/:tab?', page: later(theCase, 'CasePage'), when: worksWithCases },
  {
    path: '/search',
    page: later(search, 'SearchPage'),
    when: onBoard,
    nav: { word: 'nav.search', glyph: 'search' },
  },
  {
    path: '/resources',
    page: later(resources, 'ResourcesPage'),
    when: seesResources,
    nav: { word: 'nav.resources', glyph: 'place', letter: 'r', isWide: true },
  },
  {
    path: '/imports',
    page: later(imports, 'ImportPage'),
    when: mayImport,
    nav: { word: 'nav.imports', glyph: 'inbox' },
  },
  { path: '/imports/facilities', page: later(facilityImport, 'FacilityImportPage'), when: importsFacilities },
  { path: '/imports/drafts/:id', page: later(draft, 'DraftPage'), when: mayImport },
  {
    path: '/reports',
    page: later(reports, 'ReportsPage'),
    when: seesCounts,
    nav: { word: 'nav.reports', glyph: 'table' },
  },
  { path: '/reports/house', page: later(house, 'HousePage'), when: me => me.abilities.houseCounts },
  {
    path: '/admin',
    page: later(admin, 'AdminPage'),
    when: mayAdminister,
    nav: { word: 'nav.admin', glyph: 'gear' },
  },
  { path: '/sign-ins', page: later(signIns, 'SignInsPage'), when: me => me.abilities.signIns },
  { path: '/duty', page: later(duty, 'DutyPage'), when: keepsDuty },
  { path: '/outbox', page: later(outbox, 'OutboxPage'), when: onBoard },
  { path: '/settings', page: later(settings, 'SettingsPage') },
  { path: '/pathway', page: later(proof, 'ProofPage'), when: me => me.abilities.proof },
  { path: '/help', page: later(help, 'HelpPage') },
];

/** Begins to load the page of an address, while it is still asked who is signed in. */
export function preloadPageAt(pathname: string): void {
  screens.find(({ path }) => matchPath(path, pathname))?.page.preload();
}

export const screensOf = (me: Me): Screen[] => screens.filter(screen => screen.when?.(me) ?? true);

export type Linked = Screen & { readonly nav: NonNullable<Screen['nav']> };
export const isLinked = (screen: Screen): screen is Linked => screen.nav !== undefined;

/** At the top of every page, also of a phone. */
const ALWAYS_IN_SIGHT = '/inbox';

/** Where a phone has the screens of the navigation: in the bar at the thumb, or in the menu of the person. */
export function onPhone(me: Me): { readonly bar: readonly Linked[]; readonly menu: readonly Linked[] } {
  const linked = screensOf(me).filter(isLinked);
  return {
    bar: linked.filter(({ nav }) => !nav.isWide),
    menu: linked.filter(({ path, nav }) => nav.isWide && path !== ALWAYS_IN_SIGHT),
  };
}

/** Roles whose first question is not what they have to do themselves (experience.md §2). */
const home: Readonly<Record<string, string>> = {
  visitingNurse: '/today',
  coordinator: '/board',
  prefecture: '/reports',
  admin: '/admin',
};

/** Where a person lands: the page of their role, else the first of the navigation that is theirs: what they have to do. */
export function homeOf(me: Me): string {
  const linked = screensOf(me).filter(({ nav }) => nav);
  return (linked.find(({ path }) => path === home[me.membership.role]) ?? linked[0])?.path ?? '/help';
}
