import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../product/product.ts';

const app = join(root, 'services/console/src/app');
const pathsIn = (file: string, pattern: RegExp) =>
  [...readFileSync(join(app, file), 'utf8').matchAll(pattern)].map(([, path]) => path ?? '');

/** Every address that the console has a page for, as its own lists have them; `:id` stands for anything. */
export const consoleRoutes: readonly string[] = [
  ...pathsIn('screens.tsx', /path: '(\/[^']*)'/g),
  ...pathsIn('app.tsx', /path="(\/[^"]*)"/g),
];

const partsOf = (path: string) => path.split('/').slice(1);
const isFixed = (part: string) => !part.startsWith(':');
const fixedParts = (route: string) => partsOf(route).filter(isFixed).length;

function fits(route: string, path: string): boolean {
  const [asked, given] = [partsOf(route), partsOf(path)];
  const needed = asked.filter(part => !part.endsWith('?')).length;
  if (given.length < needed || given.length > asked.length) return false;
  return given.every((part, at) => !isFixed(asked[at] ?? '') || asked[at] === part);
}

/** The route that draws an address: of those that fit, the one with the most fixed parts. */
const routeOf = (path: string): string | undefined =>
  consoleRoutes.filter(route => fits(route, path)).sort((a, b) => fixedParts(b) - fixedParts(a))[0];

/** Routes that none of some addresses is drawn by. */
export function routesWithout(addresses: readonly string[]): string[] {
  const visited = new Set(addresses.map(address => routeOf(address.replace(/[?#].*$/, ''))));
  return consoleRoutes.filter(route => !visited.has(route));
}
