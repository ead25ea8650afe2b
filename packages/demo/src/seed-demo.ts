import { type CaseworkPorts, createCasework, type SignedIn } from '@kaerimichi/casework';
import { startOfTokyoDay, tokyoDay } from '@kaerimichi/discharge';
import { type DemoOrganisation, type DemoPerson, demoOrganisations, demoPeople } from './organisations.ts';
import { demoStories } from './stories.ts';
import type { Step, Story } from './story.ts';

/** What the seeding asks of the outside: organisations and people with sign-ins, and a session for each to act in. */
export type DemoWorld = {
  readonly ports: CaseworkPorts;
  addOrganisation(organisation: DemoOrganisation): Promise<void>;
  /** Adds the person with a sign-in and one membership, and opens a session that acts in it. */
  addPerson(person: DemoPerson): Promise<SignedIn>;
  closeSessions(): Promise<void>;
};

/** Office hours of the invented world: the n-th event of a day happens n minutes after nine. */
const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** Tells the invented world through the same use cases as everyone's; throws when a story is refused, naming the step. */
export async function seedDemo(world: DemoWorld): Promise<{ cases: number; events: number }> {
  for (const organisation of demoOrganisations) await world.addOrganisation(organisation);
  const people = new Map<string, SignedIn>();
  for (const person of demoPeople) people.set(person.identifier, await world.addPerson(person));
  let events = 0;
  const stories = demoStories(tokyoDay(world.ports.clock.now()));
  for (const story of stories) events += await tell(world.ports, people, story);
  await world.closeSessions();
  return { cases: stories.length, events };
}

const meta = { language: 'ja', requestId: 'demo' } as const;

async function tell(ports: CaseworkPorts, people: ReadonlyMap<string, SignedIn>, story: Story): Promise<number> {
  const now = ports.clock.now();
  let instant = '';
  const casework = createCasework({ ...ports, clock: { now: () => instant } });
  const nurse = people.get('dsn@demo');
  if (!nurse) throw new Error('the demo has no discharge nurse');
  instant = momentOf(story.registeredOn, 0, now);
  const { steps, registeredOn: _on, familyName, givenName, familyKana, givenKana, sex, ...rest } = story;
  const identity = { familyName, givenName, familyKana, givenKana, sex, hospitalNumber: null, municipality: null };
  const registration = { lead: nurse.viewer.org, identity, reason: '在宅移行の支援', ...rest };
  const key = (n: number) => ({ key: `demo-${story.familyKana}-${story.givenKana}-${n}`, bodyHash: 'demo' });
  const registered = await casework.register({ who: nurse, key: key(0), registration, meta });
  if (!registered.ok) throw new Error(`demo: registration refused (${registered.refusal.code})`);
  // The answer was written by this program a moment ago.
  const { id } = JSON.parse(registered.answer.body) as { id: string };
  for (const [n, step] of steps.entries()) {
    instant = momentOf(step.on, n + 1, now);
    const body = withOwners(step.body, people);
    await tellStep(casework, {
      step: { ...step, body },
      caseId: id,
      who: people.get(step.by),
      match: n + 1,
      key: key(n + 1),
    });
  }
  return steps.length + 1;
}

/** Stories name owners as they name who acts; a case keeps their memberships. */
function withOwners(body: Step['body'], people: ReadonlyMap<string, SignedIn>): Step['body'] {
  const named = ([field, value]: [string, unknown]): [string, unknown] => {
    if (Array.isArray(value)) return [field, value.map(item => (isBody(item) ? withOwners(item, people) : item))];
    if (field !== 'owner') return [field, value];
    const owner = people.get(`${value}@demo`);
    if (!owner) throw new Error(`demo: nobody signs in as ${value}`);
    return [field, owner.viewer.membership];
  };
  return Object.fromEntries(Object.entries(body).map(named));
}

const isBody = (value: unknown): value is Step['body'] => typeof value === 'object' && value !== null;

type Told = {
  step: Step;
  caseId: string;
  who: SignedIn | undefined;
  match: number;
  key: { key: string; bodyHash: string };
};

async function tellStep(
  casework: ReturnType<typeof createCasework>,
  { step, caseId, who, match, key }: Told,
): Promise<void> {
  if (!who) throw new Error(`demo: nobody signs in as ${step.by}`);
  const outcome = await casework.send({ who, caseId, match, key, body: { type: step.type, ...step.body }, meta });
  if (outcome.ok) return;
  const { code, reasons = [], issues = [] } = outcome.refusal;
  throw new Error(
    `demo: ${step.type} by ${step.by} refused: ${code} ${JSON.stringify([...reasons.map(reason => reason.code), ...issues])}`,
  );
}

/** Minutes run on over the whole story, so that its events keep their order within a day; never later than now. */
function momentOf(on: string, n: number, now: string): string {
  const moment = new Date(Date.parse(startOfTokyoDay(on)) + NINE_O_CLOCK_MS + n * 60_000).toISOString();
  return moment < now ? moment : now;
}
