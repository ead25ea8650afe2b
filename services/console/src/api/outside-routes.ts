import type { pushEndpoints, webhookEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Webhooks = typeof webhookEndpoints;
type Push = typeof pushEndpoints;

/** Endpoints of what is told outside the program: no first view of the console calls any. */
export const outsideRoutes = {
  webhooks: route<Webhooks['list']>('GET', '/admin/webhooks'),
  makeWebhook: route<Webhooks['make']>('POST', '/admin/webhooks'),
  changeWebhook: route<Webhooks['change']>('PUT', '/admin/webhooks/:id'),
  rotateSecret: route<Webhooks['rotate']>('POST', '/admin/webhooks/:id/secret'),
  removeWebhook: route<Webhooks['remove']>('DELETE', '/admin/webhooks/:id'),
  deliveries: route<Webhooks['deliveries']>('GET', '/admin/webhooks/:id/deliveries'),
  testWebhook: route<Webhooks['test']>('POST', '/admin/webhooks/:id/deliveries'),
  tryAgain: route<Webhooks['tryAgain']>('POST', '/admin/webhooks/:id/deliveries/:delivery'),
  push: route<Push['get']>('GET', '/me/push'),
  addPush: route<Push['add']>('PUT', '/me/push'),
  removePush: route<Push['remove']>('DELETE', '/me/push/:id'),
};
