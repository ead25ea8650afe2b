import type { demoEndpoints, screenEndpoints, wallEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Demo = typeof demoEndpoints;
type Screens = typeof screenEndpoints;
type Walls = typeof wallEndpoints;

/** Endpoints of wall displays and of who keeps them: no first view of the console calls any. */
export const wallRoutes = {
  screens: route<Screens['list']>('GET', '/admin/screens'),
  makeScreen: route<Screens['make']>('POST', '/admin/screens'),
  changeScreen: route<Screens['change']>('PUT', '/admin/screens/:id'),
  linkScreen: route<Screens['link']>('POST', '/admin/screens/:id/link'),
  revokeScreen: route<Screens['revoke']>('DELETE', '/admin/screens/:id'),
  enterWall: route<Walls['enter']>('POST', '/wall/session'),
  demoWall: route<Demo['wall']>('POST', '/demo/wall'),
  wall: route<Walls['read']>('GET', '/wall'),
  unlockWall: route<Walls['unlock']>('POST', '/wall/sight'),
  lockWall: route<Walls['lock']>('DELETE', '/wall/sight'),
};
