import { guardiansOwn } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts } from './casework.ts';
import type { KeptVersion } from './documents/kept-documents.ts';
import { givenVersions, grantedTo } from './family/family-papers.ts';
import { nothingOwn, readOwn } from './family-own.ts';
import type { FamilySeen } from './family-seen.ts';
import { itemTexts } from './item-texts.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { projectFamily } from './project-family.ts';
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
  const granted = grantedTo(who, access);
  const at = { viewer, guardian: { ...guardian, categories: granted }, on: tokyoDay(ports.clock.now()) };
  // Of the guardian's own tasks, and of no other.
  const texts = await itemTexts(ports.store, loaded.id, guardiansOwn(viewer, loaded.facts).actionItems);
  const page = projectFamily(loaded, at, texts);
  const contacts = granted.includes('contacts') ? await contactsOf(ports, loaded, who) : [];
  // After a death nothing is an emergency of this child any more.
  const told = contacts.filter(({ when }) => page.over !== 'deceased' || when !== 'emergencyRoute');
  const own = page.over === null ? await readOwn(ports, loaded, at) : nothingOwn;
  const given = granted.includes('plan') && page.over !== 'deceased' ? await givenVersions(ports, loaded.id) : [];
  return accepted({ ...page, ...own, contacts: told, papers: given.map(toPaper).reverse() });
}

const toPaper = ({ id, kind, nth, issued, made }: KeptVersion): FamilySeen['papers'][number] => ({
  ...{ id, kind, nth },
  at: issued?.at ?? made.at,
});

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
