import { createLogger } from '@kaerimichi/runtime';
import { type Store, withOwner } from '@kaerimichi/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMailbox } from '../../../../e2e/product/mailbox.ts';
import { CANARY, type MailWorld, startMailWorld } from '../testing/start-mail-world.ts';

let world: MailWorld;
let turn: () => Promise<void>;

const ask = async <Row>(text: string): Promise<Row[]> =>
  (await withOwner(world.adminUrl, client => client.query(text))).rows as Row[];
const states = () =>
  ask<{ state: string; tries: number; failure: string | null }>(
    'SELECT state, tries, failure FROM outgoing_mail WHERE membership_id IS NOT NULL ORDER BY made_at, id',
  );
/** A turn in the next minute: past the time in which a step can be taken back, and past the next look. */
const aMinuteLater = () => {
  world.clock.advance({ minutes: 1 });
  return turn();
};
const turnAt = (instant: string) => {
  world.clock.set(instant);
  return turn();
};
const quiet = { quiet: null };
const hold = (holdId: string) => ({ type: 'hold.added', holdId, code: 'equipment', recheckOn: '2026-12-01' });

beforeEach(async () => {
  world = await startMailWorld();
  await world.aNurse('sato');
  turn = await world.aPostman();
});
afterEach(() => world.stop());

describe('あなたの番 by mail', () => {
  it('comes once each, says no name and no content, and nothing more is sent', async () => {
    await world.wantMail('sato', quiet);
    const caseId = await world.register('sato');
    await aMinuteLater();
    const [{ no } = { no: '' }] = await ask<{ no: string }>('SELECT no FROM care_case');
    expect(world.mailsTo('sato')).toMatchObject([
      {
        subject: `かえりみち:確認が必要なことが1件あります(${no})`,
        text: expect.stringContaining(`https://kaerimichi.example/cases/${caseId}`),
      },
    ]);
    const awaited = { caseId, org: 'hospital', kind: 'turn' as const, ref: '' };
    expect(await world.store.mails.toldElsewhere([awaited, { ...awaited, kind: 'hold' }])).toEqual([
      { mailed: { state: 'sent', at: '2026-11-30T23:01:00.000Z' }, readAt: null },
      { mailed: null, readAt: null },
    ]);
    await world.send('sato', caseId, hold('h1'));
    await aMinuteLater();
    expect(world.mailsTo('sato')[1]?.text).toContain('止まっている理由の確認');
    for (let n = 0; n < 3; n++) await aMinuteLater();
    await turnAt('2026-12-01T03:30:00.000Z');
    expect(world.mailsTo('sato')).toHaveLength(2);
    expect(await states()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    // Overdue it is told once more.
    await turnAt('2026-12-01T22:30:00.000Z');
    expect(world.mailsTo('sato')).toHaveLength(3);
    for (const mail of world.mailbox.arrived)
      expect(`${mail.raw} ${mail.subject} ${mail.text}`).not.toMatch(/鶯谷|機器|2024|03-07/);
    const rows = [await ask('SELECT * FROM notice_delivery'), await ask('SELECT * FROM outgoing_mail')];
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  it('waits until a step can be taken back no more, and for the digest where that was chosen', async () => {
    await world.wantMail('sato', { ...quiet, pace: 'digest', urgentAtOnce: false });
    // The first look reckons the digest of half past twelve.
    await turn();
    world.clock.set('2026-12-01T03:29:55.000Z');
    await world.register('sato');
    for (const second of ['29:59.000', '30:00.000']) await turnAt(`2026-12-01T03:${second}Z`);
    expect(world.mailsTo('sato')).toEqual([]);
    await turnAt('2026-12-01T03:30:10.000Z');
    expect(world.mailsTo('sato')).toHaveLength(1);
    // Nothing is new: the digest of five o'clock is left out.
    await turnAt('2026-12-01T08:00:00.000Z');
    expect(world.mailsTo('sato')).toHaveLength(1);
  });

  it('is not sent in quiet hours, and once they end', async () => {
    await world.wantMail('sato', { quiet: { from: '20:00', until: '07:00' } });
    world.clock.set('2026-12-01T11:30:00.000Z');
    await world.register('sato');
    await aMinuteLater();
    await turnAt('2026-12-01T21:59:59.000Z');
    expect(world.mailsTo('sato')).toEqual([]);
    await turnAt('2026-12-01T22:00:00.000Z');
    expect(world.mailsTo('sato')).toHaveLength(1);
  });

  it('tells nothing that was muted, of every case or of one', async () => {
    await world.wantMail('sato', quiet);
    await world.store.settings.set('sato', { muted: ['turn'] });
    const caseId = await world.register('sato');
    await aMinuteLater();
    await world.store.inbox.mute('sato-hospital', caseId, ['hold']);
    await world.send('sato', caseId, hold('h1'));
    await aMinuteLater();
    expect(await states()).toEqual([]);
    await world.store.inbox.mute('sato-hospital', caseId, []);
    await world.send('sato', caseId, hold('h2'));
    await aMinuteLater();
    expect(await states()).toMatchObject([{ state: 'sent' }]);
    expect(world.mailsTo('sato')[0]?.text).toContain('止まっている理由の確認 2件');
  });

  it('tells whoever stands in, and not whoever is away', async () => {
    await world.aNurse('suzuki');
    for (const name of ['sato', 'suzuki']) await world.wantMail(name, quiet);
    const caseId = await world.register('sato');
    await aMinuteLater();
    const counts = () => ['sato', 'suzuki'].map(name => world.mailsTo(name).length);
    expect(counts()).toEqual([1, 1]);
    const away = { membership: 'sato-hospital', substitute: 'suzuki-hospital', by: 'sato-hospital' };
    await world.store.substitutes.make({ ...away, fromOn: '2026-12-01', untilOn: '2026-12-02' });
    await world.send('sato', caseId, { ...hold('h1'), owner: 'sato-hospital' });
    await aMinuteLater();
    await aMinuteLater();
    expect(counts()).toEqual([1, 2]);
    expect(world.mailsTo('suzuki')[1]?.text).toContain('代理');
    // Back on the third: what was not read meanwhile is told.
    await turnAt('2026-12-02T22:30:00.000Z');
    expect(counts()).toEqual([2, 2]);
  });

  it('ends with the membership, the account or the wish', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    await ask(`UPDATE person SET disabled_at = now() WHERE id = 'sato'`);
    await aMinuteLater();
    expect(await states()).toEqual([]);
    expect(await ask('SELECT FROM notice_look')).toEqual([]);
    await ask(`UPDATE person SET disabled_at = NULL WHERE id = 'sato'`);
    await world.wantMail('sato', { ...quiet, pace: 'off' });
    await aMinuteLater();
    expect(await states()).toEqual([]);
  });
});

describe('変更のお知らせ by mail', () => {
  it('comes with a digest of cases that were opened, and of none that is not seen any more', async () => {
    await world.aNurse('suzuki');
    await world.wantMail('suzuki', { ...quiet, pace: 'digest', urgentAtOnce: false, changes: true });
    await world.store.settings.set('suzuki', { muted: ['turn', 'hold'] });
    const caseId = await world.register('sato');
    await world.store.inbox.markRead('suzuki-hospital', [{ caseId, seq: 1, told: [] }]);
    await turn();
    await world.send('sato', caseId, { type: 'note.added', note: CANARY });
    await turnAt('2026-12-01T03:30:00.000Z');
    expect(world.mailsTo('suzuki')).toMatchObject([{ subject: expect.stringMatching(/変更のお知らせが1件/) }]);
    await world.send('sato', caseId, { type: 'note.added', note: CANARY });
    await ask(`UPDATE case_access SET class = 'numberOnly'`);
    await turnAt('2026-12-01T08:00:00.000Z');
    expect(world.mailsTo('suzuki')).toHaveLength(1);
  });
});

describe('each mail once', () => {
  it('with three processes, of which one is stopped amid it', async () => {
    const names = ['sato', 'n1', 'n2', 'n3', 'n4', 'n5'];
    for (const name of names.slice(1)) await world.aNurse(name);
    for (const name of names) await world.wantMail(name, quiet);
    for (let n = 0; n < 5; n++) await world.register('sato');
    world.clock.advance({ minutes: 1 });
    world.mailbox.onArrival = () => new Promise(resolve => setTimeout(resolve, 20));
    const [stop] = await Promise.all([world.startPostman(), world.startPostman(), world.startPostman()]);
    await expect.poll(() => world.mailbox.arrived.length, { timeout: 15_000, interval: 5 }).toBeGreaterThan(0);
    await stop?.();
    const told = () => names.map(name => world.mailsTo(name).map(({ subject }) => /(\d+)件/.exec(subject)?.[1]));
    const once = names.map(() => ['5']);
    await expect.poll(told, { timeout: 15_000 }).toEqual(once);
    await Promise.all([turn(), aMinuteLater()]);
    expect(told()).toEqual(once);
  });

  it('goes out when the server is there again, and says so until then', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    const { port } = world.mailbox;
    await world.mailbox.stop();
    await aMinuteLater();
    await turn();
    expect(await states()).toEqual([{ state: 'waiting', tries: 1, failure: 'unreachable' }]);
    const last = { state: 'waiting', failure: 'unreachable' };
    expect(await world.store.mailAddresses.find('sato')).toMatchObject({ last });
    const again = await startMailbox(port);
    try {
      await aMinuteLater();
      expect(again.arrived).toHaveLength(1);
      await aMinuteLater();
      expect(again.arrived).toHaveLength(1);
      expect(await states()).toMatchObject([{ state: 'sent', tries: 2 }]);
    } finally {
      await again.stop();
    }
  });

  it('is given up after eight tries, and its notices stay told in 通知 alone', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    const { port } = world.mailbox;
    await world.mailbox.stop();
    await aMinuteLater();
    for (let n = 0; n < 8; n++) {
      world.clock.advance({ hours: 8 });
      await turn();
    }
    expect(await states()).toEqual([{ state: 'failed', tries: 8, failure: 'unreachable' }]);
    const again = await startMailbox(port);
    try {
      await aMinuteLater();
      expect(again.arrived).toEqual([]);
    } finally {
      await again.stop();
    }
  });

  it('is the same mail where a process died after the server had taken it and before that was written', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    // What it would write of a mail that was taken never arrives.
    const dying = (store: Store): Store => ({
      ...store,
      mails: {
        ...store.mails,
        end: (id, ended) => (ended.state === 'sent' ? Promise.reject(new Error('died')) : store.mails.end(id, ended)),
      },
    });
    const dies = await world.aPostman({ change: dying });
    world.clock.advance({ minutes: 1 });
    await dies();
    expect(world.mailsTo('sato')).toHaveLength(1);
    // Nobody else may send it before the claim has ended.
    await aMinuteLater();
    expect(world.mailsTo('sato')).toHaveLength(1);
    await ask(`UPDATE outgoing_mail SET claimed_until = now() - interval '1 second' WHERE state = 'waiting'`);
    await turn();
    const [first, again] = world.mailsTo('sato');
    expect(again).toEqual({ ...again, id: first?.id, subject: first?.subject, text: first?.text });
    await aMinuteLater();
    expect(world.mailsTo('sato')).toHaveLength(2);
  });

  it('is what is new when it is sent: what was read while it waited is not told', async () => {
    await world.wantMail('sato', quiet);
    const caseId = await world.register('sato');
    const { port } = world.mailbox;
    await world.mailbox.stop();
    await aMinuteLater();
    const again = await startMailbox(port);
    try {
      await world.store.inbox.mute('sato-hospital', caseId, ['turn']);
      await aMinuteLater();
      expect(await states()).toMatchObject([{ state: 'dropped' }]);
      expect(again.arrived).toEqual([]);
    } finally {
      await again.stop();
    }
  });
});

describe('an address that is refused', () => {
  it('is told to its owner, and nothing is sent there until it is confirmed anew; no log names it', async () => {
    await world.wantMail('sato', quiet);
    world.mailbox.refused.push('sato@hospital.example');
    await world.register('sato');
    const log = createLogger('silent');
    const warned = vi.spyOn(log, 'warn');
    turn = await world.aPostman({ log });
    await aMinuteLater();
    expect(await states()).toEqual([{ state: 'failed', tries: 1, failure: 'refused' }]);
    expect(await world.store.mailAddresses.find('sato')).toMatchObject({
      ...{ confirmedAt: null, failedAt: expect.any(String) },
      last: { state: 'failed', failure: 'refused' },
    });
    expect(JSON.stringify(warned.mock.calls)).toContain('refused');
    expect(JSON.stringify(warned.mock.calls)).not.toMatch(/sato@|鶯谷/);
    world.mailbox.refused.length = 0;
    await world.register('sato');
    await aMinuteLater();
    expect(world.mailsTo('sato')).toEqual([]);
    await world.wantMail('sato', quiet);
    await aMinuteLater();
    // What the failed mail told stays in 通知: the new one tells of the second child alone.
    expect(world.mailsTo('sato')).toMatchObject([{ subject: expect.stringContaining('1件') }]);
  });
});
