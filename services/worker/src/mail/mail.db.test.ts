import { createLogger } from '@kaerimichi/runtime';
import { type Store, withOwner } from '@kaerimichi/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMailbox } from '../../../../e2e/product/mailbox.ts';
import { CANARY, type MailWorld, someTurns, startMailWorld } from '../testing/start-mail-world.ts';

let world: MailWorld;
const ask = async <Row>(text: string): Promise<Row[]> =>
  (await withOwner(world.adminUrl, client => client.query(text))).rows as Row[];
const quiet = { quiet: null };
/** Past the time in which a step can be taken back, and past the next look. */
const aMinuteLater = () => world.clock.advance({ minutes: 1 });
const untilSent = (name: string, n: number) =>
  expect.poll(() => world.mailsTo(name).length, { timeout: 15_000, interval: 50 }).toBe(n);
const hold = (holdId: string) => ({ type: 'hold.added', holdId, code: 'equipment', recheckOn: '2026-12-01' });
/** Everything that a postman can do now, done: the looks and mails of all. */
const states = () =>
  ask<{ state: string; tries: number; failure: string | null }>(
    'SELECT state, tries, failure FROM outgoing_mail WHERE membership_id IS NOT NULL ORDER BY made_at, id',
  );

beforeEach(async () => {
  world = await startMailWorld();
  await world.aNurse('sato');
});
afterEach(() => world.stop());

describe('あなたの番 by mail', () => {
  it('comes once each, says no name and no content, and nothing more is sent', async () => {
    await world.wantMail('sato', quiet);
    const caseId = await world.register('sato');
    await world.startPostman();
    aMinuteLater();
    await untilSent('sato', 1);
    const [mail] = world.mailsTo('sato');
    const [{ no } = { no: '' }] = await ask<{ no: string }>('SELECT no FROM care_case');
    expect(mail?.subject).toBe(`かえりみち:確認が必要なことが1件あります(${no})`);
    expect(mail?.text).toContain(`https://kaerimichi.example/cases/${caseId}`);
    await world.send('sato', caseId, hold('h1'));
    aMinuteLater();
    await untilSent('sato', 2);
    expect(world.mailsTo('sato')[1]?.text).toContain('止まっている理由の確認');
    for (let n = 0; n < 3; n++) {
      aMinuteLater();
      await someTurns();
    }
    world.clock.set('2026-12-01T03:30:00.000Z');
    await someTurns();
    expect(world.mailsTo('sato')).toHaveLength(2);
    expect(await states()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    for (const { raw, subject, text } of world.mailbox.arrived)
      for (const part of [raw, subject, text]) {
        expect(part).not.toContain(CANARY);
        expect(part).not.toContain('器');
        expect(part).not.toMatch(/2024|03-07/);
      }
    const rows = JSON.stringify([await ask('SELECT * FROM notice_delivery'), await ask('SELECT * FROM outgoing_mail')]);
    expect(rows).not.toContain(CANARY);
  });

  it('waits until a step can be taken back no more, and for the digest where that was chosen', async () => {
    await world.wantMail('sato', { ...quiet, pace: 'digest', urgentAtOnce: false });
    await world.startPostman();
    // The first look reckons the digest of half past twelve.
    await expect
      .poll(() => ask('SELECT FROM notice_look WHERE digest_at IS NOT NULL'), { timeout: 5_000 })
      .toHaveLength(1);
    world.clock.set('2026-12-01T03:29:55.000Z');
    await world.register('sato');
    world.clock.set('2026-12-01T03:29:59.000Z');
    await someTurns();
    world.clock.set('2026-12-01T03:30:00.000Z');
    await someTurns();
    expect(world.mailsTo('sato')).toEqual([]);
    world.clock.set('2026-12-01T03:30:15.000Z');
    await untilSent('sato', 1);
    // Nothing is new: the digest of five o'clock is left out.
    world.clock.set('2026-12-01T08:00:00.000Z');
    await someTurns();
    expect(world.mailsTo('sato')).toHaveLength(1);
  });

  it('is not sent in quiet hours, and once they end', async () => {
    await world.wantMail('sato', { quiet: { from: '20:00', until: '07:00' } });
    await world.startPostman();
    world.clock.set('2026-12-01T11:30:00.000Z');
    await world.register('sato');
    aMinuteLater();
    await someTurns();
    world.clock.set('2026-12-01T21:59:59.000Z');
    await someTurns();
    expect(world.mailsTo('sato')).toEqual([]);
    world.clock.set('2026-12-01T22:00:00.000Z');
    await untilSent('sato', 1);
  });

  it('tells nothing that was muted, or read before it went out', async () => {
    await world.wantMail('sato', quiet);
    await world.store.settings.set('sato', { muted: ['turn'] });
    const caseId = await world.register('sato');
    await world.startPostman();
    aMinuteLater();
    await someTurns();
    expect(world.mailsTo('sato')).toEqual([]);
    await world.store.inbox.mute('sato-hospital', caseId, ['hold']);
    await world.send('sato', caseId, hold('h1'));
    aMinuteLater();
    await someTurns();
    expect(world.mailsTo('sato')).toEqual([]);
    expect(await states()).toEqual([]);
  });

  it('tells whoever stands in, and not whoever is away', async () => {
    await world.aNurse('suzuki');
    await world.wantMail('sato', quiet);
    await world.wantMail('suzuki', quiet);
    const caseId = await world.register('sato');
    await world.startPostman();
    aMinuteLater();
    await untilSent('sato', 1);
    await untilSent('suzuki', 1);
    const away = { membership: 'sato-hospital', substitute: 'suzuki-hospital', by: 'sato-hospital' };
    await world.store.substitutes.make({ ...away, fromOn: '2026-12-01', untilOn: '2026-12-02' });
    await world.send('sato', caseId, { ...hold('h1'), owner: 'sato-hospital' });
    aMinuteLater();
    await untilSent('suzuki', 2);
    expect(world.mailsTo('suzuki')[1]?.text).toContain('代理');
    await someTurns();
    expect(world.mailsTo('sato')).toHaveLength(1);
    // Back on the third: what was not read meanwhile is told.
    world.clock.set('2026-12-02T22:31:00.000Z');
    await untilSent('sato', 2);
  });
});

describe('変更のお知らせ by mail', () => {
  it('comes with a digest of cases that were opened, and a case that is not seen any more is left out', async () => {
    await world.aNurse('suzuki');
    await world.wantMail('suzuki', { ...quiet, pace: 'digest', urgentAtOnce: false, changes: true });
    await world.store.settings.set('suzuki', { muted: ['turn', 'hold'] });
    const caseId = await world.register('sato');
    await world.store.inbox.markRead('suzuki-hospital', [{ caseId, seq: 1, told: [] }]);
    await world.startPostman();
    await expect
      .poll(() => ask('SELECT FROM notice_look WHERE digest_at IS NOT NULL'), { timeout: 5_000 })
      .toHaveLength(1);
    await world.send('sato', caseId, { type: 'note.added', note: CANARY });
    world.clock.set('2026-12-01T03:30:00.000Z');
    await untilSent('suzuki', 1);
    expect(world.mailsTo('suzuki')[0]?.subject).toMatch(/^かえりみち:変更のお知らせが1件あります/);
    await world.send('sato', caseId, { type: 'note.added', note: CANARY });
    await ask(`UPDATE case_access SET class = 'numberOnly'`);
    world.clock.set('2026-12-01T08:00:00.000Z');
    await someTurns();
    expect(world.mailsTo('suzuki')).toHaveLength(1);
  });
});

describe('each mail once', () => {
  it('with three processes, of which one is stopped amid it', async () => {
    const names = ['sato', 'n1', 'n2', 'n3', 'n4', 'n5'];
    for (const name of names.slice(1)) await world.aNurse(name);
    for (const name of names) await world.wantMail(name, quiet);
    for (let n = 0; n < 5; n++) await world.register('sato');
    world.mailbox.onArrival = () => new Promise(resolve => setTimeout(resolve, 20));
    const stops = await Promise.all([world.startPostman(), world.startPostman(), world.startPostman()]);
    aMinuteLater();
    await expect.poll(() => world.mailbox.arrived.length, { timeout: 15_000, interval: 5 }).toBeGreaterThan(0);
    await stops[0]?.();
    const told = () => names.map(name => world.mailsTo(name).map(({ subject }) => subject.match(/(\d+)件/)?.[1]));
    await expect.poll(told, { timeout: 15_000 }).toEqual(names.map(() => ['5']));
    aMinuteLater();
    await someTurns();
    expect(told()).toEqual(names.map(() => ['5']));
  });

  it('goes out when the server is there again, and says so until then', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    const { port } = world.mailbox;
    await world.mailbox.stop();
    await world.startPostman();
    aMinuteLater();
    await expect.poll(states, { timeout: 15_000 }).toEqual([{ state: 'waiting', tries: 1, failure: 'unreachable' }]);
    expect((await world.store.mailAddresses.find('sato'))?.last).toMatchObject({
      state: 'waiting',
      failure: 'unreachable',
    });
    await someTurns();
    expect(await states()).toMatchObject([{ tries: 1 }]);
    const again = await startMailbox(port);
    try {
      aMinuteLater();
      await expect.poll(() => again.arrived.length, { timeout: 15_000 }).toBe(1);
      await expect.poll(states).toEqual([{ state: 'sent', tries: 2, failure: 'unreachable' }]);
      aMinuteLater();
      await someTurns();
      expect(again.arrived).toHaveLength(1);
    } finally {
      await again.stop();
    }
  });

  it('is the same mail where a process died after the server had taken it and before that was written', async () => {
    await world.wantMail('sato', quiet);
    await world.register('sato');
    // Dies: what it would write of the mail never arrives.
    let hasDied = () => {};
    const died = new Promise<void>(resolve => {
      hasDied = resolve;
    });
    const dying = (store: Store): Store => ({
      ...store,
      mails: {
        ...store.mails,
        end: () => {
          hasDied();
          return Promise.reject(new Error('died'));
        },
      },
    });
    const stop = await world.startPostman({ change: dying });
    aMinuteLater();
    await died;
    await stop();
    const second = await world.startPostman();
    await someTurns();
    // Nobody else may send it before the claim has ended.
    expect(world.mailsTo('sato')).toHaveLength(1);
    await ask(`UPDATE outgoing_mail SET claimed_until = now() - interval '1 second'`);
    await untilSent('sato', 2);
    const [first, again] = world.mailsTo('sato');
    expect(again).toMatchObject({ id: first?.id, subject: first?.subject, text: first?.text });
    await someTurns();
    expect(world.mailsTo('sato')).toHaveLength(2);
    await second();
  });

  it('is what is new when it is sent: what was read while it waited is not told', async () => {
    await world.wantMail('sato', quiet);
    const caseId = await world.register('sato');
    const { port } = world.mailbox;
    await world.mailbox.stop();
    await world.startPostman();
    aMinuteLater();
    await expect.poll(states, { timeout: 15_000 }).toMatchObject([{ state: 'waiting', failure: 'unreachable' }]);
    const again = await startMailbox(port);
    try {
      await world.store.inbox.mute('sato-hospital', caseId, ['turn']);
      aMinuteLater();
      await expect.poll(states, { timeout: 15_000 }).toMatchObject([{ state: 'dropped' }]);
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
    await world.startPostman({ log });
    aMinuteLater();
    await expect.poll(states, { timeout: 15_000 }).toEqual([{ state: 'failed', tries: 1, failure: 'refused' }]);
    await expect
      .poll(() => world.store.mailAddresses.find('sato'))
      .toMatchObject({
        confirmedAt: null,
        failedAt: expect.any(String),
        last: { state: 'failed', failure: 'refused' },
      });
    expect(JSON.stringify(warned.mock.calls)).toContain('refused');
    expect(JSON.stringify(warned.mock.calls)).not.toMatch(/sato@|鶯谷/);
    world.mailbox.refused.length = 0;
    await world.register('sato');
    aMinuteLater();
    await someTurns();
    expect(world.mailsTo('sato')).toEqual([]);
    await world.wantMail('sato', quiet);
    aMinuteLater();
    await untilSent('sato', 1);
    // What the failed mail told stays in 通知: the new one tells of the second child alone.
    expect(world.mailsTo('sato')[0]?.subject).toContain('1件');
  });
});
