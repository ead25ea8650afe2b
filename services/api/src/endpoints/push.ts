import { seesBoard, type Viewer } from '@kaerimichi/access';
import { outsideFault, type PushStanding, pushEndpoints } from '@kaerimichi/contracts';
import type { Words } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const bad = (path: string, message: Words) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path, message }] } }) as const;

/** Browsers on which somebody is told that something waits. */
export const pushImplementations = (ports: ApiPorts) => [asking(ports), adding(ports), removing(ports)];

const asking = (ports: ApiPorts) =>
  implement(ports, pushEndpoints.get, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return forbidden;
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const adding = (ports: ApiPorts) =>
  implement(ports, pushEndpoints.add, async ({ who: { viewer }, body: { endpoint, keys, device } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { store, settings } = ports;
    if (settings.pushKey === null) return bad('endpoint', notTold);
    // A browser says itself where its push service is: it is believed no more than anybody else.
    const fault = outsideFault(endpoint, settings);
    if (fault) return bad('endpoint', fault);
    if (!(await store.pushSubscriptions.add(viewer.person, { endpoint, ...keys, device })))
      return bad('endpoint', tooMany);
    await store.pushLooks.open();
    await store.pushLooks.reset(viewer.person);
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const removing = (ports: ApiPorts) =>
  implement(ports, pushEndpoints.remove, async ({ who: { viewer }, params: { id } }) => {
    if (!seesBoard(viewer)) return forbidden;
    if (!(await ports.store.pushSubscriptions.remove(viewer.person, id)))
      return { ok: false, refusal: { code: 'not-found' } };
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const standingOf = async ({ store, settings }: ApiPorts, { person }: Viewer): Promise<PushStanding> => ({
  publicKey: settings.pushKey,
  browsers: await store.pushSubscriptions.listOf(person),
});

const notTold: Words = {
  ja: 'ここではブラウザーへの通知は使えません。',
  en: 'This program tells no browsers.',
};
const tooMany: Words = {
  ja: '登録できるブラウザーは10台までです。使っていないものをやめてください。',
  en: 'There are ten browsers already: remove one that is not used.',
};
