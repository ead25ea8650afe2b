import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { canaries, canaryEntries, canaryText, consentTo, openCanaryCase, send } from '../faults/canary-case.ts';
import { shareable } from '../faults/people-table.ts';
import { type Client, signIn } from '../product/client.ts';
import type { Person } from './browser.ts';
import { openProgram } from './open-program.ts';

const program = openProgram();
let nurse: Client;
let caseId = '';

/** By hand from people.md: a school is told who its pupil is, and reads of the rest its own part, which is empty here. */
const shownToSchool: readonly string[] = [canaries.name, canaries.kana];
const planted: readonly string[] = [
  ...Object.values(canaries),
  // No entry of the case holds a picture.
  ...shareable.filter(category => category !== 'images').map(canaryText),
];
const hiddenFromSchool = planted.filter(word => !shownToSchool.includes(word));

beforeAll(async () => {
  nurse = await signIn(program.url, 'dsn@demo');
  caseId = await openCanaryCase(nurse);
  const ask = (candidateId: string, part: string, organisation: string) =>
    send(nurse, caseId, { type: 'candidate.asked', candidateId, function: part, organisation });
  await ask('t-school', 'school', 'org-gakko');
  await ask('t-station', 'visitingNurse', 'org-nozomi');
  for (const candidateId of ['t-school', 't-station'])
    await send(nurse, caseId, { type: 'candidate.answered', candidateId, answer: 'accepted' });
  for (const event of canaryEntries()) await send(nurse, caseId, event);
});

/** Everything that a browser is given from now on: documents as drawn, answers of the API, frames, what it keeps. */
function listenTo(page: Page) {
  const heard: Promise<string>[] = [];
  const frames: string[] = [];
  page.on('response', answer => {
    // An answer without a body, or one that a page was left before reading, tells nothing.
    if (answer.url().includes('/api/')) heard.push(answer.text().catch(() => ''));
  });
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => void frames.push(String(payload))));
  const look = async () => {
    await page.waitForLoadState('networkidle');
    const kept = await page.evaluate(() =>
      JSON.stringify([document.title, { ...sessionStorage }, { ...localStorage }]),
    );
    heard.push(page.content(), Promise.resolve(kept));
    await Promise.all(heard);
  };
  return { frames, look, everything: async () => [...(await Promise.all(heard)), ...frames].join('\n') };
}

async function lookAround({ page }: Person, addresses: readonly string[]): Promise<ReturnType<typeof listenTo>> {
  const listener = listenTo(page);
  for (const address of addresses) {
    await page.goto(`${program.url}${address}`);
    await page.locator('main h1, main h2').first().waitFor();
    await listener.look();
  }
  return listener;
}

describe('what a school’s browser is given of a pupil', () => {
  it('has the name and none of the words of hidden categories, in page, answers and frames', async () => {
    await send(nurse, caseId, consentTo('org-gakko', 'c-school', shareable));
    const teacher = await program.signIn('school@demo');
    const tabs = ['/next', '/path', '/team', '/facts', '/sharing', '/record', '/handoffs'];
    const listener = await lookAround(teacher, ['/board', '/board/list', ...tabs.map(tab => `/cases/${caseId}${tab}`)]);
    // Everything is said once more while the page is open.
    await teacher.page.goto(`${program.url}/cases/${caseId}`);
    await teacher.page.locator('[data-connection="on"]').waitFor();
    const from = listener.frames.length;
    for (const event of canaryEntries()) await send(nurse, caseId, event);
    await expect.poll(() => listener.frames.slice(from).some(frame => frame.includes(caseId))).toBe(true);
    await listener.look();
    const told = await listener.everything();
    expect(shownToSchool.filter(word => !told.includes(word))).toEqual([]);
    expect(hiddenFromSchool.length).toBeGreaterThanOrEqual(12);
    expect(hiddenFromSchool.filter(word => told.includes(word))).toEqual([]);
    expect(teacher.errors).toEqual([]);
    await teacher.context.close();
    await send(nurse, caseId, { type: 'consent.withdrawn', consentId: 'c-school' });
  });

  it('is looked for in the right places: the lead’s own browser is given every one of the words', async () => {
    const own = await program.signIn('dsn@demo');
    const told = await (await lookAround(own, [`/cases/${caseId}`, `/cases/${caseId}/facts`])).everything();
    expect(planted.filter(word => !told.includes(word))).toEqual([]);
    await own.context.close();
  });
});

const TIMES = 5;
const WITHIN_MS = 2_000;

/** Withdraws a consent; how long until a page that is open no longer has any of some words. */
async function withdraw(page: Page, consentId: string, words: readonly string[]): Promise<number> {
  const began = performance.now();
  const gone = page.waitForFunction(
    sought => sought.every(word => !document.documentElement.outerHTML.includes(word)),
    words,
    { polling: 20, timeout: 10_000 },
  );
  await send(nurse, caseId, { type: 'consent.withdrawn', consentId });
  await gone;
  return performance.now() - began;
}

describe(`a page that is open when the family takes its consent back, ${TIMES} times`, () => {
  it.each([
    { who: 'school@demo', org: 'org-gakko', tab: '/facts', words: [canaries.name] },
    { who: 'hvn@demo', org: 'org-nozomi', tab: '', words: [canaryText('clinical'), canaryText('plan'), canaries.name] },
    { who: 'hvn@demo', org: 'org-nozomi', tab: '/facts', words: [canaryText('contacts'), canaries.name] },
  ])('loses what it showed within two seconds: $who $tab', async ({ who, org, tab, words }) => {
    const { page, context, errors } = await program.signIn(who);
    await page.goto(`${program.url}/cases/${caseId}${tab}`);
    const took: number[] = [];
    for (let turn = 0; turn < TIMES; turn++) {
      const consentId = `c-${turn}-${org}${tab.replace('/', '-')}`;
      await send(nurse, caseId, consentTo(org, consentId, shareable));
      await page.locator('[data-connection="on"]').waitFor();
      for (const word of words) await page.getByText(word).first().waitFor();
      took.push(await withdraw(page, consentId, words));
    }
    console.log(`${who} ${tab || 'timeline'}: consent withdrawn, at most ${Math.round(Math.max(...took))} ms`);
    expect(Math.max(...took)).toBeLessThan(WITHIN_MS);
    await page.reload();
    await page.locator('main').getByText(/K-\d+/).first().waitFor();
    const after = await page.content();
    expect(words.filter(word => after.includes(word))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
