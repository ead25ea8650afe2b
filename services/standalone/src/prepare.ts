import type { Clock } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Environment, RehearsalClock } from '@kaerimichi/runtime';
import { StartRefused, type Store } from '@kaerimichi/store';
import { demoPassword } from './demo-password.ts';
import { spokenDay, spokenInstant } from './spoken-times.ts';

/** Lines to print, and what is done once the program answers and before they are printed: a tenth of a second. */
export type Prepared = {
  readonly said: readonly string[];
  afterwards(): Promise<void>;
  /** null: not the demo. */
  readonly demoPassword: string | null;
};

/**
 * The invented world on a first start in demo mode; the set-up link on an empty database without it.
 *
 * @throws StartRefused when the database holds the one and the other is asked for
 */
export async function prepare(environment: Environment, store: Store, clock: RehearsalClock): Promise<Prepared> {
  const deployment = await store.deployment.find();
  if (deployment && deployment.demo !== environment.isDemo)
    throw new StartRefused(deployment.demo ? holdsDemo : holdsRealData);
  // Where the demo's clock was pushed, it goes on from there: what was recorded then lies behind, not ahead.
  if (deployment?.demo) clock.runAhead(deployment.aheadDays);
  return environment.isDemo
    ? prepareDemo(environment, store, clock)
    : { said: await prepareSetup(store), afterwards: async () => undefined, demoPassword: null };
}

async function prepareDemo(environment: Environment, store: Store, clock: Clock): Promise<Prepared> {
  const password = demoPassword(environment.DATA_DIR, environment.DEMO_PASSWORD);
  const { demoIdentifiers, keepPassword, seedOnce } = await import('./seed.ts');
  const { seededAt } = await seedOnce({ store, clock, password, size: environment.DEMO_WORLD });
  const said = [`Demo sign-ins: ${demoIdentifiers.join(' ')}`, `Demo password: ${password}`];
  const seededOn = seededAt && tokyoDay(seededAt);
  if (seededOn && seededOn < tokyoDay(clock.now())) said.push(...agedDemo(seededOn));
  return { said, afterwards: () => keepPassword(store, password), demoPassword: password };
}

async function prepareSetup(store: Store): Promise<string[]> {
  await store.deployment.begin(false);
  // An organisation alone is nobody: a set-up that was cut off before it was one write may have left one.
  if ((await store.memberships.peopled()).size > 0) return [];
  const { token, expiresAt } = await store.setupLinks.create();
  const until = spokenInstant(expiresAt);
  return [
    `最初の組織を登録する画面です。一度だけ、${until.ja} まで使えます。`,
    `Set up the first organisation (once, until ${until.en}): /setup#${token}`,
  ];
}

/** Days of the demo's stories do not move: what was due on the first day is overdue by now. */
function agedDemo(seededOn: string): string[] {
  const { ja, en } = spokenDay(seededOn);
  return [
    `デモの日付は ${ja} のままです。きょうの日付で始めるには、止めてから npm run reset を実行してください。`,
    `The demo's days are those of ${en}. To begin it anew today, stop this and run: npm run reset`,
  ];
}

const holdsDemo = {
  ja: 'このデータベースにはデモ（架空の世界）が入っています。実際の方の情報には、DATA_DIR か DATABASE_URL で別の空のデータベースを指定してください。デモを続けるなら DEMO=1 で起動してください。',
  en: 'This database holds the demo, an invented world. For real people name another, empty database (DATA_DIR or DATABASE_URL); to go on with the demo start with DEMO=1.',
};

const holdsRealData = {
  ja: 'このデータベースは実際の方の情報のために作られたもので、デモは入れられません。DEMO=0 で起動するか、DATA_DIR で別の場所を指定してください。',
  en: 'This database was begun for real people, and the demo does not go into it. Start with DEMO=0, or name another DATA_DIR for the demo.',
};
