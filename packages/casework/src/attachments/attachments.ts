import { accessOf, attachableTo, mayRemoveFile, seesFile } from '@kaerimichi/access';
import { type Grantable, grantable } from '@kaerimichi/discharge';
import type { CaseworkPorts } from '../casework.ts';
import { readerOf } from '../entry-kind.ts';
import type { InTurn } from '../in-lanes.ts';
import { accepted, type Outcome, type RequestMeta, refused } from '../outcome.ts';
import type { LoadedCase, SignedIn } from '../ports.ts';
import { findOpened, findSeen, readEntry } from '../view-case.ts';
import { writeOwnEvent } from '../write-own-event.ts';
import { readWritten } from '../written.ts';

/** A file of a case as somebody sees it, before names are filled in by the edge. */
type FileSeen = {
  readonly id: string;
  readonly title: string;
  readonly shows: Grantable;
  readonly mediaType: 'pdf' | 'jpeg' | 'png';
  /** Size. */
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly content: string;
  readonly at: string;
  readonly by: { readonly person: string; readonly org: string };
  readonly mayRemove: boolean;
};

type FilesSeen = {
  readonly no: string;
  /** Newest first. */
  readonly files: readonly FileSeen[];
  /** Categories of which this viewer may add files. */
  readonly mayAdd: readonly Grantable[];
};

/** What a route knows of a file before it is added. */
type NewFile = Pick<FileSeen, 'id' | 'title' | 'shows' | 'mediaType' | 'bytes' | 'content'>;

export type Attachments = {
  /** Files of a case that this person sees; with `taking` one of them leaves the screen. */
  files(
    who: SignedIn,
    caseId: string,
    asked: { readonly taking?: string; readonly meta: RequestMeta },
  ): Promise<Outcome<FilesSeen>>;
  /** Writes that a file was added, which is kept already. */
  attach(
    who: SignedIn,
    caseId: string,
    asked: { readonly file: NewFile; readonly meta: RequestMeta },
  ): Promise<Outcome<{ version: number }>>;
  /** Writes that a file was removed; what it held is deleted by whoever keeps it. */
  detach(
    who: SignedIn,
    caseId: string,
    asked: { readonly id: string; readonly meta: RequestMeta },
  ): Promise<Outcome<{ version: number }>>;
};

/** The use cases around files of a case: which of them there are, its history says. */
export function attachmentsOf(ports: CaseworkPorts, inTurn: InTurn): Attachments {
  return {
    files: (who, caseId, asked) => readFiles(ports, { who, caseId, ...asked }),
    attach: (who, caseId, { file, meta }) => {
      const { id, title, shows, mediaType, bytes, content } = file;
      return writeOwnEvent(ports, inTurn, {
        ...{ who, caseId, match: '*', meta },
        event: {
          ...{ type: 'attachment.added', recordId: id, texts: { title } },
          body: { attachmentId: id, shows, mediaType, bytes, content },
        },
        allows: access => attachableTo(who.viewer, access).includes(shows),
      });
    },
    detach: async (who, caseId, { id, meta }) => {
      const seen = await readFiles(ports, { who, caseId, meta });
      if (!seen.ok) return seen;
      const file = seen.answer.files.find(one => one.id === id);
      if (!file) return refused({ code: 'not-found' });
      return writeOwnEvent(ports, inTurn, {
        ...{ who, caseId, match: '*', meta },
        event: { type: 'attachment.removed', body: { attachmentId: id } },
        allows: access => mayRemoveFile(who.viewer, access, file.by),
      });
    },
  };
}

type Question = {
  readonly who: SignedIn;
  readonly caseId: string;
  readonly taking?: string;
  readonly meta: RequestMeta;
};

async function readFiles(ports: CaseworkPorts, question: Question): Promise<Outcome<FilesSeen>> {
  const { who, taking } = question;
  // A guardian has a page of its own, where it is told what it was given.
  const opened = who.viewer.guardian ? await refusedTo(ports, question) : await findOpened(ports, question);
  const seen = opened.ok ? await filesOf(ports, who, opened.answer.loaded) : null;
  const isThere = taking === undefined || seen?.files.some(({ id }) => id === taking);
  const outcome = !opened.ok ? opened : seen && isThere ? accepted(seen) : refused({ code: 'not-found' });
  const what = taking === undefined ? 'attachments' : 'export.attachment';
  ports.log.write(readEntry({ ...question, what }, outcome.ok ? 'ok' : outcome.refusal.code));
  return outcome;
}

async function refusedTo(ports: CaseworkPorts, question: Question): Promise<Outcome<never>> {
  return refused({ code: (await findSeen(ports, question)) ? 'not-permitted' : 'not-found' });
}

async function filesOf(ports: CaseworkPorts, { viewer }: SignedIn, loaded: LoadedCase): Promise<FilesSeen> {
  const access = accessOf(loaded, viewer);
  const reader = readerOf(viewer, loaded);
  const types = ['attachment.added', 'attachment.removed'];
  const written = await readWritten(ports, { caseId: loaded.id, reader, types });
  const removed = new Set(written.flatMap(({ event }) => (event.type === types[1] ? event.body.attachmentId : [])));
  const files = written.flatMap(({ event, texts }): FileSeen[] => {
    const { attachmentId, shows, mediaType, bytes, content } = event.body;
    const category = grantable.safeParse(shows).data;
    const isShown = event.type === types[0] && !removed.has(attachmentId) && category;
    if (!isShown || !seesFile(reader.rights, category)) return [];
    return [
      {
        ...{ id: String(attachmentId), title: texts.title ?? '', shows: category, at: event.at },
        // As its own schema parsed it when it was added.
        ...{ mediaType: mediaType as FileSeen['mediaType'], bytes: Number(bytes), content: String(content) },
        by: { person: event.by.person, org: event.by.org },
        mayRemove: access !== null && mayRemoveFile(viewer, access, event.by),
      },
    ];
  });
  return { no: loaded.no, files: files.reverse(), mayAdd: access ? attachableTo(viewer, access) : [] };
}
