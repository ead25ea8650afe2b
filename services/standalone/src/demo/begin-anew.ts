import { StoreBusy } from '@kaerimichi/store';
import { worldOf } from '../seed.ts';
import type { DeskPorts } from './open-demo-desk.ts';

/** Whoever presses twice, or two who press at once, want one new world. */
const APART_MS = 10_000;
/** The tables may be in use for a moment. */
const ATTEMPTS = 3;

/**
 * Begins the world anew, as of today. An instant: it stands again since a moment ago, and not before then.
 *
 * @throws StoreBusy when another process does it just now, or the database is not to be had
 */
export async function beginAnew(ports: DeskPorts): Promise<{ readonly notBefore: string } | null> {
  const { store } = ports;
  const tooSoon = await notBefore(ports);
  if (tooSoon) return { notBefore: tooSoon };
  const lead = await store.tryLead('demo');
  if (!lead) throw new StoreBusy('Another process begins the demo anew.');
  try {
    await replaceWorld(ports);
  } finally {
    await lead.release();
  }
  return null;
}

async function notBefore({ store, clock }: DeskPorts): Promise<string | null> {
  const seededAt = Date.parse((await store.deployment.find())?.seededAt ?? '');
  const passed = Date.parse(clock.now()) - seededAt;
  // A clock that was set back says nothing about how long ago it was.
  return passed >= 0 && passed < APART_MS ? new Date(seededAt + APART_MS).toISOString() : null;
}

/** As of the day it is outside: with the world its clock is back there. */
async function replaceWorld({ store, adminUrl, clock, ...telling }: DeskPorts): Promise<void> {
  const world = await worldOf({ ...telling, clock: clock.unpushed });
  for (let attempt = 1; ; attempt++) {
    try {
      await store.worlds.replace(adminUrl, world);
      clock.runAhead(0);
      return await store.sessions.lookAgain();
    } catch (fault) {
      if (!(fault instanceof StoreBusy) || attempt === ATTEMPTS) throw fault;
    }
  }
}
