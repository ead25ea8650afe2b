import { createHash, randomUUID } from 'node:crypto';
import { attachmentEndpoints, MOST_TITLE } from '@kaerimichi/contracts';
import { type Grantable, grantable, visibleLine, type Words } from '@kaerimichi/discharge';
import { type TakenFile, takeFile } from '../attachments/take-file.ts';
import { type Asked, implement } from '../implement.ts';
import { openForm } from '../imports/open-form.ts';
import { badFile, type FileReceiver, type SentFile, type Worked } from '../imports/receive-file.ts';
import type { ApiPorts } from '../ports.ts';

/** Files of a case: which there are, one of them, a new one, and one less. */
export const attachmentImplementations = (ports: ApiPorts, receive: FileReceiver) => [
  listing(ports),
  adding(ports, receive),
  opening(ports),
  removing(ports),
];

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

const listing = (ports: ApiPorts) =>
  implement(ports, attachmentEndpoints.list, async ({ who, params, meta }) => {
    const seen = await ports.casework.files(who, params.id, { meta });
    if (!seen.ok) return seen;
    const { files, mayAdd } = seen.answer;
    const [people, orgs] = await Promise.all([
      ports.store.people.namesOf([...new Set(files.map(({ by }) => by.person))]),
      ports.store.organisations.namesOf([...new Set(files.map(({ by }) => by.org))]),
    ]);
    const named = files.map(({ by, ...file }) => ({
      ...file,
      by: { name: people[by.person] ?? '', org: orgs[by.org] ?? '' },
    }));
    return { ok: true, answer: { files: named, mayAdd: [...mayAdd] } };
  });

type AddAsked = Asked<typeof attachmentEndpoints.add>;

const adding = (ports: ApiPorts, receive: FileReceiver) =>
  implement(ports, attachmentEndpoints.add, async asked => {
    const { who, params, meta } = asked;
    // Nothing of a file is read for somebody who sees no such case, or may add nothing to it.
    const seen = await ports.casework.files(who, params.id, { meta });
    if (!seen.ok) return seen;
    const { mayAdd } = seen.answer;
    return receive({
      ...{ asked, may: mayAdd.length > 0, openBody: openForm },
      work: file => keep(ports, { asked, file, mayAdd }),
    });
  });

type Keeping = { readonly asked: AddAsked; readonly file: SentFile; readonly mayAdd: readonly Grantable[] };

/** The file first, then the entry that says it is there: what is without one is nobody's, and goes after a day. */
async function keep(ports: ApiPorts, { asked, file, mayAdd }: Keeping): Promise<Worked> {
  const { who, params, meta } = asked;
  const taken = takeFile(file.bytes);
  const told = readFields(file.fields, mayAdd);
  if (!taken.ok || !told.ok) return { handled: badFile(asked, issuesOf(taken, told)), keep: null };
  const { mediaType, bytes } = taken;
  const content = createHash('sha256').update(bytes).digest('hex');
  const found = { mediaType, bytes: bytes.length, content };
  const tell = (id: string | null) => ({ status: 201, body: JSON.stringify({ id, ...found }) });
  if (asked.query.dryRun === '1') return { handled: { ok: true, stored: tell(null) }, keep: null };
  const id = randomUUID();
  await ports.store.attachments.keep({ id, caseId: params.id, mediaType, bytes });
  const { title, shows } = told;
  const written = await ports.casework.attach(who, params.id, { file: { id, title, shows, ...found }, meta });
  if (!written.ok) return { handled: written as Worked['handled'], keep: null };
  return { handled: { ok: true, stored: tell(id) }, keep: tell(id) };
}

type Issue = { readonly path: string; readonly text: Words };
type Told =
  | { readonly ok: true; readonly title: string; readonly shows: Grantable }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const noTitle: Words = {
  ja: `題を1〜${MOST_TITLE}文字で入れてください。`,
  en: `Give it a title of 1 to ${MOST_TITLE} characters.`,
};
const noCategory: Words = {
  ja: '内容の種類を、あなたが見られるものから選んでください。',
  en: 'Choose what it shows among what you see.',
};

function readFields({ title, shows }: SentFile['fields'], mayAdd: readonly Grantable[]): Told {
  const said = visibleLine(MOST_TITLE).safeParse(title);
  const category = grantable.safeParse(shows).data;
  const isAllowed = category !== undefined && mayAdd.includes(category);
  if (said.success && isAllowed) return { ok: true, title: said.data, shows: category };
  return {
    ok: false,
    issues: [
      ...(said.success ? [] : [{ path: 'title', text: noTitle }]),
      ...(isAllowed ? [] : [{ path: 'shows', text: noCategory }]),
    ],
  };
}

const issuesOf = (taken: TakenFile, told: Told): Issue[] => [
  ...(taken.ok ? [] : [{ path: 'file', text: taken.why }]),
  ...(told.ok ? [] : told.issues),
];

const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;
const endings = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const;

const opening = (ports: ApiPorts) =>
  implement(ports, attachmentEndpoints.file, async ({ who, params, meta }) => {
    const seen = await ports.casework.files(who, params.id, { taking: params.file, meta });
    if (!seen.ok) return seen;
    const kept = await ports.store.attachments.find(params.id, params.file);
    if (!kept) return notFound;
    await ports.store.log.flush();
    const { mediaType, bytes } = kept;
    // Never by its title, which may be a name.
    const name = `${seen.answer.no}-${params.file.slice(0, 8)}.${endings[mediaType]}`;
    return { ok: true, file: { bytes, name, brought: mediaTypes[mediaType] } };
  });

const removing = (ports: ApiPorts) =>
  implement(ports, attachmentEndpoints.remove, async ({ who, params, meta }) => {
    const removed = await ports.casework.detach(who, params.id, { id: params.file, meta });
    if (!removed.ok) return removed;
    await ports.store.attachments.remove(params.id, params.file);
    return { ok: true, answer: null };
  });
