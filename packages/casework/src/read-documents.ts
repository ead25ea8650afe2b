import { type CaseAccess, keepsDocument, offersDocument, projectFacts } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from './casework.ts';
import { readKeptVersions, readWholes } from './documents/kept-documents.ts';
import type { DocumentsAsked, DocumentsSeen } from './documents-seen.ts';
import { readerOf } from './entry-kind.ts';
import { itemTextsFor } from './item-texts.ts';
import { aheadOf } from './list-ahead.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { checklistsOf } from './read-checklists.ts';
import { findOpened, identityFor, readEntry } from './view-case.ts';
import { readWrittenAndTaken, type Written } from './written.ts';

type Question = DocumentsAsked & { readonly who: SignedIn; readonly caseId: string };

/**
 * What documents of a case are composed of. A look at the list, and every document that is taken, stands in the log; of
 * one that is taken with the number of the newest entry, so that what changed since can be told.
 */
export async function readDocuments(ports: CaseworkPorts, question: Question): Promise<Outcome<DocumentsSeen>> {
  const { who, taking } = question;
  const opened = await findOpened(ports, question);
  const isRefused = opened.ok && taking && !offersDocument(taking.rule, who.viewer, opened.answer.access);
  const seen = isRefused ? refused({ code: 'not-permitted' }) : opened;
  const what = taking ? `export.document${taking.isVersion ? 'Version' : ''} ${taking.kind}` : 'documents';
  const entry = readEntry({ ...question, what }, seen.ok ? 'ok' : seen.refusal.code);
  ports.log.write({ ...entry, seq: seen.ok && taking ? seen.answer.loaded.version : null });
  return seen.ok ? accepted(await toDocumentsSeen(ports, question, seen.answer)) : seen;
}

type Seen = { readonly loaded: LoadedCase; readonly access: CaseAccess };

async function toDocumentsSeen(
  ports: CaseworkPorts,
  { who, types }: Question,
  { loaded, access }: Seen,
): Promise<DocumentsSeen> {
  const { viewer } = who;
  const reader = readerOf(viewer, loaded);
  const { rights } = reader;
  const [{ standing, takenBack }, kept, itemTexts, { checks }] = await Promise.all([
    readWrittenAndTaken(ports, { caseId: loaded.id, reader, types }),
    readKeptVersions(ports, loaded.id),
    itemTextsFor(ports.store, loaded, rights),
    checklistsOf(ports, who, loaded),
  ]);
  const withWords = (written: Written) => ({ ...written, told: wordsOf(written.event.type) });
  return {
    id: loaded.id,
    no: loaded.no,
    version: loaded.version,
    lead: loaded.facts.lead,
    rights,
    identity: identityFor(loaded.identity, rights),
    facts: projectFacts(loaded.facts, rights, viewer.org).facts,
    entries: standing.map(withWords),
    takenBack: takenBack.map(({ written, bySeq }) => ({ entry: withWords(written), bySeq })),
    // What is not in force yet, or never was, is of whoever leads.
    kept: viewer.org === loaded.facts.lead ? kept : kept.filter(({ issued }) => issued !== null),
    wholesOf: versions => readWholes(ports, loaded.id, versions),
    itemTexts,
    ahead: aheadOf(loaded, reader, tokyoDay(ports.clock.now())),
    checks,
    offers: rule => offersDocument(rule, viewer, access),
    keeps: rule => keepsDocument(rule, viewer, access),
  };
}

const wordsOf = (type: string) => eventsByType.get(type)?.told ?? { ja: type, en: type };
