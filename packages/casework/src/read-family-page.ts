import { categoryRights, guardiansOwn } from '@kaerimichi/access';
import { rowTextName, tokyoDay } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { CaseworkPorts } from './casework.ts';
import type { FamilySeen } from './family-seen.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { projectFamily, type Texts } from './project-family.ts';
import { seenCase } from './view-case.ts';
import { readWritten } from './written.ts';

type Question = { readonly who: SignedIn; readonly meta: RequestMeta };

/** The page of a guardian: the one child of its invitation. Nobody else has one. */
export async function readFamilyPage(ports: CaseworkPorts, { who, meta }: Question): Promise<Outcome<FamilySeen>> {
  const { viewer } = who;
  const { guardian } = viewer;
  const seen = guardian && (await seenCase(ports, { who, caseId: guardian.caseId, meta, what: 'family' }));
  if (!seen) return refused({ code: 'not-found' });
  const { loaded, access } = seen;
  const rights = categoryRights(viewer, access);
  const granted = guardian.categories.filter(category => rights[category] !== undefined);
  const at = { viewer, guardian: { ...guardian, categories: granted }, on: tokyoDay(ports.clock.now()) };
  const page = projectFamily(loaded, at, await textsOf(ports, loaded, who));
  const contacts = granted.includes('contacts') ? await contactsOf(ports, loaded, who) : [];
  // After a death nothing is an emergency of this child any more.
  const told = contacts.filter(({ when }) => page.over !== 'deceased' || when !== 'emergencyRoute');
  return accepted({ ...page, contacts: told });
}

const byTime = ['emergencyRoute', 'night', 'day'];

/** Whom to call: of each time and topic the last words that stand, the most urgent first. */
async function contactsOf(
  ports: CaseworkPorts,
  loaded: LoadedCase,
  { viewer }: SignedIn,
): Promise<FamilySeen['contacts']> {
  const reader = { viewer, rights: { contacts: 'read' }, facts: loaded.facts } as const;
  const written = await readWritten(ports, { caseId: loaded.id, reader, types: ['contacts.recorded'] });
  const found = new Map<string, FamilySeen['contacts'][number]>();
  for (const { event, texts } of written) {
    const { when, topic = null } = event.body as { when: string; topic?: string };
    if (texts.contact) found.set(`${when} ${topic ?? ''}`, { when, topic, text: texts.contact });
  }
  return [...found.values()].sort((a, b) => byTime.indexOf(a.when) - byTime.indexOf(b.when));
}

/** What was written of the guardian's own tasks, and of no other. */
async function textsOf(
  { store }: CaseworkPorts,
  { id: caseId, facts }: LoadedCase,
  { viewer }: SignedIn,
): Promise<Texts> {
  const own = guardiansOwn(viewer, facts).actionItems;
  const rows = own.length > 0 ? await store.listTexts(caseId, [...new Set(own.map(({ seq }) => seq))]) : [];
  const names = own.map(({ id }) => rowTextName('actionItems', id, 'what'));
  const written = rows.flatMap(({ body }) => Object.entries(texts.safeParse(body).data ?? {}));
  return new Map(
    written.flatMap(([name, text]) => (names.includes(name) && typeof text === 'string' ? [[name, text]] : [])),
  );
}

const texts = z.record(z.string(), z.unknown());
