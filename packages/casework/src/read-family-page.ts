import { diaryStays, guardiansOwn } from '@kaerimichi/access';
import { procedure, tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts } from './casework.ts';
import type { KeptVersion } from './documents/kept-documents.ts';
import { givenVersions, grantedTo } from './family/family-papers.ts';
import type { FamilySeen } from './family-seen.ts';
import { itemTexts } from './item-texts.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { type AtPage, projectFamily } from './project-family.ts';
import { seenCase } from './view-case.ts';
import { readWritten, type Written } from './written.ts';

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
  const own = page.over === null ? await ownOf(ports, loaded, at) : { ratings: [], stay: null };
  const given = granted.includes('plan') && page.over !== 'deceased' ? await givenVersions(ports, loaded.id) : [];
  return accepted({ ...page, ...own, contacts: told, papers: given.map(toPaper).reverse() });
}

const toPaper = ({ id, kind, nth, issued, made }: KeptVersion): FamilySeen['papers'][number] => ({
  ...{ id, kind, nth },
  at: issued?.at ?? made.at,
});

type Own = Pick<FamilySeen, 'ratings' | 'stay'>;

/** What the guardian wrote itself: how sure it feels of what it practises, and the diary of the stay that is, or was last. */
async function ownOf(ports: CaseworkPorts, loaded: LoadedCase, { viewer, guardian }: AtPage): Promise<Own> {
  const reader = { viewer, rights: { skills: 'read', plan: 'read' }, facts: loaded.facts } as const;
  const types = ['skill.selfRated', 'trialStay.noted'];
  const all = await readWritten(ports, { caseId: loaded.id, reader, types });
  // Of nobody else in the family, whatever it was granted.
  const written = all.filter(({ event }) => event.by.membership === viewer.membership);
  const [stay] = diaryStays(guardian, loaded.facts);
  return {
    ratings: written.flatMap(toRating),
    stay: stay
      ? {
          ...{ id: stay.id, from: stay.from, to: stay.to, isAway: stay.status === 'begun' },
          diary: written.flatMap(entry => toDiary(entry, stay.id)),
        }
      : null,
  };
}

function toRating({ event: { type, body, on } }: Written): Own['ratings'] {
  const of = procedure.safeParse(body.procedure);
  return type === 'skill.selfRated' && of.success ? [{ procedure: of.data, rating: Number(body.selfRating), on }] : [];
}

const toDiary = ({ event: { type, body, at }, texts }: Written, stayId: string): NonNullable<Own['stay']>['diary'] =>
  type === 'trialStay.noted' && body.stayId === stayId
    ? [{ at, isProblem: body.isProblem === true, text: texts.diary ?? '' }]
    : [];

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
