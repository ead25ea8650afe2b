import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOf } from '../product/how-much.ts';
import { type Product, startProduct } from '../product/product.ts';
import { canaries, canaryCase, canaryEntries } from './canary-case.ts';
import { type CaseWatcher, frameFaults, watchCase } from './case-watcher.ts';
import { commandFaults, readCommands } from './command-faults.ts';
import { previewFaults } from './enquiry-faults.ts';
import { inLanes } from './in-lanes.ts';
import { officerFaults, plainFaults } from './log-faults.ts';
import { expectedColumn, expectedCounts, expectedRights, relations, sighted, sightless } from './people-table.ts';
import { type Member, type PeopleWorld, peopleWorld } from './people-world.ts';
import { everythingOf, nameOf, raw, readKinds, shapeFaults, wordFaults } from './told.ts';

let product: Product;
let world: PeopleWorld;
let caseId = '';
const missing = '00000000-0000-4000-8000-000000000000';
let cells = 0;

beforeAll(async () => {
  product = await startProduct();
  world = await peopleWorld(product);
  caseId = await canaryCase(world);
});
afterAll(async () => {
  console.log(`${cells} cells of access asked`);
  await product?.remove();
});

describe('every command × role × relation', () => {
  it('is allowed, refused or unknown as the table by hand says', async () => {
    const { columns, sendable, rows } = await readCommands(world.member('lead', 'doctor'));
    const wrong: string[] = [];
    expect(sendable.length).toBe(rows);
    const ask = async (member: Member, isWaiving: boolean, at: number) => {
      const asked = shareOf(sendable, at, isWaiving ? 12 : 24);
      cells += asked.length;
      wrong.push(...(await commandFaults(member, asked, { caseId, columns, isWaiving })));
    };
    // One category of consent is like another to a command.
    const once = world.members.filter(({ relation }) => !/^partner-(?!all|plan)/.test(relation.name));
    await inLanes([...once.entries()], ([at, member]) => ask(member, false, at));
    await inLanes([...world.waiving.entries()], ([at, member]) => ask(member, true, at));
    expect(wrong).toEqual([]);
  });

  it('is refused to somebody whose membership ended, like to nobody', async () => {
    expect((await world.formerMember.get('/me')).status).toBe(401);
    expect((await world.formerMember.send(caseId, '*', { type: 'note.added', note: 'x' })).status).toBe(401);
  });
});

describe('every read × role × relation × category of consent', () => {
  it('tells what the table by hand names, and not a word of the rest', async () => {
    const wrong: string[] = [];
    const kindsByType = await readKinds(world.member('lead', 'doctor'));
    await inLanes(world.members, async member => {
      const told = await everythingOf(member, caseId);
      const say = (what: string) => wrong.push(`${nameOf(member)}: ${what}`);
      const isUnknown = expectedColumn(member.role, member.relation) === null;
      // Nine answers, all looked through for sixteen words and thirteen shapes.
      cells += 9 + 29;
      if (isUnknown) {
        for (const part of ['view', 'history', 'transitions', 'source', 'conflict'] as const)
          if (told[part].status !== 404) say(`${part} ${told[part].status}`);
        if (/canary|カナリヤ|かなりや|2011-03-07/i.test(JSON.stringify(told))) say('a canary');
        const expected = (sightless as readonly string[]).includes(member.role) ? 403 : 200;
        for (const part of ['board', 'sync', 'search', 'tasks'] as const)
          if (told[part].status !== expected) say(`${part} ${told[part].status}`);
        if (JSON.stringify(told).includes(caseId)) say('the id of a case it does not see');
        return;
      }
      for (const fault of [...wordFaults(member, told), ...shapeFaults({ world, kindsByType }, member, told)])
        say(fault);
    });
    expect(wrong).toEqual([]);
  });
});

describe('every search × role × relation', () => {
  it('finds the child by what this person is shown of it, and by nothing else', async () => {
    const wrong: string[] = [];
    const { body } = await world.member('lead', 'doctor').get<{ no: string }>(`/cases/${caseId}`);
    const finds = async (member: Member, q: string) => {
      const answer = await raw(member, '/search', { method: 'POST', body: JSON.stringify({ q }) });
      return answer.text.includes(caseId);
    };
    await inLanes(
      world.members.filter(({ role }) => sighted.includes(role)),
      async member => {
        const contacts = expectedRights(member.role, member.relation).get('contacts');
        for (const [what, text, isFound] of [
          ['number', body.no, expectedColumn(member.role, member.relation) !== null],
          ['name', canaries.name, contacts !== undefined],
          ['kana', canaries.kana, contacts !== undefined],
          ['hospital number', canaries.hospitalNumber, contacts === 'R'],
          ['part of it', canaries.hospitalNumber.slice(-4), contacts === 'R'],
        ] as const) {
          cells += 1;
          if ((await finds(member, text)) !== isFound) wrong.push(`${nameOf(member)}: ${what}`);
        }
      },
    );
    expect(wrong).toEqual([]);
  });
});

describe('who looked at a case × role × relation', () => {
  it('is told to privacy officers as far as the table by hand says, and to nobody else', async () => {
    const wrong: string[] = [];
    const ask = async (member: Member, faultsOf: typeof officerFaults) => {
      cells += 1;
      for (const fault of await faultsOf(member, caseId)) wrong.push(`${nameOf(member)}: ${fault}`);
    };
    await inLanes([...world.members, ...world.waiving], member => ask(member, plainFaults));
    await inLanes(world.officers, officer => ask(officer, officerFaults));
    expect(wrong).toEqual([]);
  });
});

describe('counts of the network × role × relation', () => {
  it('are told to the prefecture and to nobody else, whatever other rights they have, and name no child', async () => {
    const wrong: string[] = [];
    await inLanes([...world.members, ...world.waiving, ...world.officers], async member => {
      cells += 1;
      const { status, text } = await raw(member, '/reports/counts');
      if (status !== expectedCounts(member.role)) wrong.push(`${nameOf(member)}: ${status}`);
      if (/canary|カナリヤ|かなりや|2011-03-07/i.test(text) || text.includes(caseId))
        wrong.push(`${nameOf(member)}: a child`);
      if (/"count":[0-4]\b|"total":[0-4]\b/.test(text)) wrong.push(`${nameOf(member)}: a small cell`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('how the case looks to others × role × relation', () => {
  it('is shown to whoever may record consent, to the letter as the others see it', async () => {
    const wrong: string[] = [];
    await inLanes(world.members, async member => {
      cells += 1;
      for (const fault of await previewFaults(world, member, caseId)) wrong.push(`${nameOf(member)}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a case that one may not see', () => {
  it('answers byte for byte like one that does not exist, to everyone and on every route', async () => {
    const strangers = world.members.filter(({ role, relation }) => expectedColumn(role, relation) === null);
    const event = JSON.stringify({ type: 'note.added', note: 'x' });
    const post = () => ({
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '*' },
      body: event,
    });
    for (const member of strangers)
      for (const [path, init] of [
        ['', () => ({})],
        ['/events', () => ({})],
        ['/events?after=0&limit=5', () => ({})],
        ['/transitions', () => ({})],
        ['/source', () => ({})],
        ['/access-log', () => ({})],
        ['/preview?org=org-kodomo&role=doctor', () => ({})],
        ['/events', post],
      ] as const) {
        const there = await raw(member, `/cases/${caseId}${path}`, init());
        const nowhere = await raw(member, `/cases/${missing}${path}`, init());
        cells += 1;
        expect(there, `${nameOf(member)} ${path}`).toEqual(nowhere);
        expect(there.status).toBe(404);
      }
  });

  it('takes no longer to be refused than one that does not exist', async () => {
    const stranger = world.members.find(({ relation }) => relation.name === 'stranger') as Member;
    const times = { there: [] as number[], nowhere: [] as number[] };
    for (let turn = 0; turn < 150; turn++)
      for (const [which, id] of [
        ['there', caseId],
        ['nowhere', missing],
      ] as const) {
        const began = performance.now();
        await raw(stranger, `/cases/${id}`);
        times[which].push(performance.now() - began);
      }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const difference = median(times.there) - median(times.nowhere);
    console.log(`a hidden case takes ${difference.toFixed(2)} ms longer than none`);
    expect(Math.abs(difference)).toBeLessThan(3);
  });
});

describe('every frame × role × relation', () => {
  const watch = (member: Member) => watchCase(product.url, member, { caseId, missing });
  const say = async (event: Record<string, unknown>) => {
    const nurse = world.member('lead', 'dischargeNurse');
    const { body } = await nurse.get<{ version: number }>(`/cases/${caseId}`);
    const answer = await nurse.send(caseId, body.version, event);
    expect(answer.status, String(event.type)).toBe(200);
    return answer.body.version;
  };
  const heardBy = (watchers: readonly CaseWatcher[], version: number) =>
    expect.poll(
      () => watchers.filter(({ changes }) => changes.at(-1)?.version !== version).map(w => nameOf(w.member)),
      {
        timeout: 2_000,
      },
    );

  it('shows what the table by hand names, and takes it away within two seconds', async () => {
    const kindsByType = await readKinds(world.member('lead', 'doctor'));
    const shown = world.members.filter(({ role }) => sighted.includes(role) || role === 'admin');
    const watchers = await Promise.all(shown.map(watch));
    let version = 0;
    for (const event of canaryEntries()) version = await say(event);
    const seeing = watchers.filter(({ member: { role, relation } }) => expectedColumn(role, relation) !== null);
    await heardBy(seeing, version).toEqual([]);
    cells += 7 * watchers.length;
    expect(watchers.flatMap(watcher => frameFaults(watcher, { caseId, kindsByType }))).toEqual([]);

    const left = seeing.filter(({ member }) => member.relation.name === 'partner-all');
    const at = relations.findIndex(({ name }) => name === 'partner-all');
    const withdrawn = await say({ type: 'consent.withdrawn', consentId: `c-${at}` });
    await heardBy(left, withdrawn).toEqual([]);
    for (const { changes, member } of left)
      expect(JSON.stringify(changes.at(-1)), nameOf(member)).not.toContain(canaries.name);
    const ended = await say({
      type: 'candidate.answered',
      candidateId: `t-${at}`,
      answer: 'declined',
      declineReason: 'hours',
    });
    await heardBy(left, ended).toEqual([]);
    for (const { changes, frames } of left) {
      expect(changes.at(-1)?.card).toBeNull();
      frames.length = 0;
    }
    const after = await say({ type: 'note.added', note: 'nobody who left hears of it' });
    await heardBy(
      seeing.filter(watcher => !left.includes(watcher)),
      after,
    ).toEqual([]);
    for (const { frames, member } of left) expect(frames.join(), nameOf(member)).not.toContain(caseId);
    for (const { member } of left) expect((await raw(member, `/cases/${caseId}`)).status).toBe(404);
    for (const { socket } of watchers) socket.disconnect();
  });

  it('takes the enquiry away from whoever declines it, and keeps the answer', async () => {
    const asked = world.members.filter(
      ({ role, relation }) => relation.name === 'asked' && sighted.includes(role) && expectedColumn(role, relation),
    );
    const watchers = await Promise.all(asked.map(watch));
    const doctor = world.member('asked', 'doctor');
    const { body: view } = await doctor.get<{ version: number; enquiry: { asks: [{ candidateId: string }] } }>(
      `/cases/${caseId}`,
    );
    const candidateId = view.enquiry.asks[0].candidateId;
    const answer = { type: 'candidate.answered', candidateId, answer: 'declined', declineReason: 'noCapacity' };
    const sent = await doctor.send(caseId, view.version, { ...answer, note: 'answer-canary' });
    expect(sent.status).toBe(200);
    await heardBy(watchers, sent.body.version).toEqual([]);
    for (const { member, changes, frames, socket } of watchers) {
      expect(changes.at(-1)?.card, nameOf(member)).toBeNull();
      expect(frames.join(), nameOf(member)).not.toMatch(/canary|カナリヤ|ventilator|141003/);
      expect((await raw(member, `/cases/${caseId}`)).status, nameOf(member)).toBe(404);
      socket.disconnect();
    }
    const { body } = await world
      .member('lead', 'dischargeNurse')
      .get<{ events: unknown[] }>(`/cases/${caseId}/events?after=${sent.body.version - 1}&limit=1`);
    expect(body.events).toMatchObject([{ body: { declineReason: 'noCapacity' }, texts: { note: 'answer-canary' } }]);
  });
});
