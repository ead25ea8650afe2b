import type { Page } from 'playwright-core';
import { caseNow, childCalled } from '../journeys/children.ts';
import { addressesOfNurse, ofDevices, ofNobody, ofOthers } from '../journeys/screen-addresses.ts';
import { type Layer, layersOf } from '../journeys/screen-layers.ts';
import { signIn } from '../product/client.ts';

/** One screen of which pictures are taken. */
export type Shot = {
  /** Begins the names of its files; each shot has its own. */
  readonly name: string;
  /** Whoever looks, by the name to sign in with; null: nobody is signed in. */
  readonly who: string | null;
  readonly language: 'ja' | 'en';
  readonly at: string;
  /** Opens something over it. */
  readonly open?: (page: Page) => unknown;
};

const nurse = 'dsn@demo';

/** What some people see otherwise than the nurse, or alone; `:id` is 石井 そら, who waits for the handoff. */
const alsoOf: Readonly<Record<string, readonly string[]>> = {
  'dsn@demo': [
    ...['interview.held', 'skill.assessed', 'conference.planned', 'conference.held', 'consent.recorded'].map(formOf),
    ...['contacts.recorded', 'candidate.asked', 'device.chosen', 'weight.recorded', 'note.added'].map(formOf),
  ],
  'doctor@demo': ['/tasks', ...['minutes.approved', 'order.issued', 'condition.assessed'].map(formOf)],
  'coord@demo': ['/board', '/reports', '/pathway'],
  'hvn@demo': ['/board', '/tasks', '/handoffs?box=in', '/cases/:asked/handoffs/h1', '/cases/:visited'],
  'phn@demo': ['/board', '/tasks'],
};

function formOf(type: string): string {
  return `/cases/:id/record/${type}`;
}

/** The smaller set in English, by who looks. */
const english: Readonly<Record<string, readonly string[]>> = {
  'dsn@demo': [
    ...['/board', '/board/list', '/tasks', '/inbox', '/resources', '/cases/new', '/settings', '/help'],
    ...['', '/next', '/path', '/team', '/checklists', '/documents', '/sharing', '/record', '/print/summary'].map(
      part => `/cases/:id${part}`,
    ),
    formOf('plan.written'),
    formOf('skill.assessed'),
  ],
  'coord@demo': ['/board'],
  'pref@demo': ['/reports'],
  'family@demo': ['/family'],
  'admin@demo': ['/admin', '/pathway'],
};
/** The search as a page, with what it found. */
const found: Layer = { name: 'found', at: '/search', open: page => page.locator('main input').fill('K-0') };

const englishLayers = ['side sheet', 'moves', 'filters', 'views', 'menu', 'search results'];
const englishOfNobody = ['/login', '/join', '/demo', '/wall/demo'];

/** Everything that is pictured; what a screen needs to show is made first. */
export async function allShots(url: string): Promise<Shot[]> {
  const api = await signIn(url, nurse);
  const { id } = await childCalled(api, '石井');
  const places: Readonly<Record<string, string>> = {
    id: (await caseNow(api, id)).id,
    asked: (await childCalled(api, '上野')).id,
    visited: (await childCalled(api, '江口')).id,
  };
  const shotOf = (who: string | null, path: string, language: Shot['language'] = 'ja'): Shot => {
    const at = path.replace(/:(id|asked|visited)\b/, (_all, place: string) => places[place] ?? '');
    return { name: nameOf(who, path, language), who, language, at };
  };
  const layerOf = (language: Shot['language'], { name, at, open }: Layer): Shot => ({
    ...{ ...shotOf(nurse, at, language), name: nameOf(nurse, `over ${name}`, language) },
    open,
  });
  const each = (paths: Readonly<Record<string, readonly string[]>>, language: Shot['language'] = 'ja') =>
    Object.entries(paths).flatMap(([who, own]) => own.map(path => shotOf(who, path, language)));
  const layers = [...layersOf(id), found];
  return [
    ...(await addressesOfNurse(api, id)).map(path => shotOf(nurse, path)),
    ...layers.map(layer => layerOf('ja', layer)),
    ...each(alsoOf),
    ...each(ofOthers),
    ...[...ofNobody, ...ofDevices].map(path => shotOf(null, path)),
    ...each(english, 'en'),
    ...layers.filter(({ name }) => englishLayers.includes(name)).map(layer => layerOf('en', layer)),
    ...englishOfNobody.map(path => shotOf(null, path, 'en')),
  ];
}

/** `en.coord.board`: of the language, who looks, and the address without the ids in it. */
function nameOf(who: string | null, path: string, language: Shot['language']): string {
  const place = path
    .replace(/\/cases\/(:id|[0-9a-f-]{36})/, '/case')
    .replace(/:(\w+)|[0-9a-f-]{36}/, (_id, word?: string) => word ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...(language === 'en' ? ['en'] : []), who?.replace('@demo', '') ?? 'anybody', place || 'start'].join('.');
}
