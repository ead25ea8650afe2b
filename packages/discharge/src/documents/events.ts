import { z } from 'zod';
import { type CaseEvent, defineFact, defineTime, type Objection, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { grantable, itemId } from '../vocabulary.ts';
import { documentKinds } from './document-words.ts';

type Document = NonNullable<CaseFacts['documents']>[number];

/** Facts are written whole with every event: of so many versions the oldest that are not in force are forgotten there, never in the history. */
const MOST = 24;

/** SHA-256 of a content, in hexadecimal. */
const contentHash = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const known = ({ documents = [] }: CaseFacts, id: string): Document | undefined =>
  documents.find(document => document.id === id);

function withDocuments({ documents: _before, ...facts }: CaseFacts, documents: readonly Document[]): CaseFacts {
  return documents.length > 0 ? { ...facts, documents: lately(documents) } : facts;
}

function lately(documents: readonly Document[]): Document[] {
  let surplus = documents.length - MOST;
  return documents.filter(({ status }) => status === 'inForce' || surplus-- <= 0);
}

const notThere: Objection = {
  code: 'document.notThere',
  text: {
    ja: 'この版はもうありません。差し替えられたか、取り下げられています。',
    en: 'This version is no more: it was replaced or withdrawn.',
  },
};
const notNow: Objection = {
  code: 'document.state',
  text: { ja: 'いまの状態ではこの操作はできません。', en: 'This cannot be done in its present state.' },
};

/** What a step asks of the version that it is about. */
const objectionTo = (facts: CaseFacts, id: string, states: readonly Document['status'][]): Objection | null => {
  const document = known(facts, id);
  if (!document) return notThere;
  return states.includes(document.status) ? null : notNow;
};

/**
 * Made by its own route, which composes it: nobody sends what a paper says. An earlier draft of the same paper is replaced;
 * what is in force stays so until the new one is.
 */
const documentDrafted = defineTime('document.drafted', {
  label: { ja: '書類の下書きを作った', en: 'Draft of a document made' },
  category: 'plan',
  body: {
    documentId: itemId,
    paper: z.enum(documentKinds),
    byDoctor: z.boolean(),
    mayFamily: z.boolean(),
    basis: z.int().min(1).describe('newest entry of the case that it was composed from'),
    content: contentHash.describe('SHA-256 of what stands on it'),
  },
  // Its places have categories of their own: it is read where they are asked about, and in no history.
  apart: { whole: 'protection' },
  texts: { whole: { label: { ja: '書類の内容', en: 'Content of the document' }, required: true, maxLength: 400_000 } },
  record: (facts, event) => {
    const { documentId: id, paper, byDoctor, mayFamily } = event.body;
    const others = (facts.documents ?? []).filter(one => one.paper !== paper || one.status === 'inForce');
    const draft = { ...stampOf(facts, event), id, paper, status: 'draft' as const, byDoctor, mayFamily };
    return withDocuments(facts, [...others.filter(one => one.id !== id), draft]);
  },
});

/** Which paper it is: known when it is decided, so that a history can say it. */
const namingPaper = { paper: z.enum(documentKinds).optional() };
function withPaper<Body extends { readonly documentId: string }>(facts: CaseFacts, body: Body): Body {
  const document = known(facts, body.documentId);
  return document ? { ...body, paper: document.paper } : body;
}

const byDoctorOnly: Objection = {
  code: 'document.doctor',
  text: { ja: 'この書類は医師が承認します。', en: 'This document is approved by a doctor.' },
};

const documentApproved = defineFact('document.approved', {
  label: { ja: '書類を承認する', en: 'Approve a document' },
  reading: 'しょるい を しょうにん する',
  told: { ja: '書類を承認した', en: 'Document approved' },
  category: 'plan',
  body: { documentId: itemId, ...namingPaper },
  filledIn: ['paper'],
  complete: (facts, { body }) => withPaper(facts, body),
  objection: (facts, { body, by }) => {
    const objection = objectionTo(facts, body.documentId, ['draft']);
    if (objection) return objection;
    const document = known(facts, body.documentId);
    const turn = { org: facts.lead, role: 'doctor', since: document?.on ?? '' } as const;
    return document?.byDoctor && by.role !== 'doctor' ? { ...byDoctorOnly, turn } : null;
  },
  record: (facts, event) =>
    withDocuments(
      facts,
      (facts.documents ?? []).map(one =>
        one.id === event.body.documentId ? { ...one, ...stampOf(facts, event), status: 'approved' as const } : one,
      ),
    ),
});

const notForFamily: Objection = {
  code: 'document.family',
  text: {
    ja: 'この種類の書類は、ご家族のページには出せません。',
    en: 'A document of this kind is not shown to the family.',
  },
};

type Issued = { readonly documentId: string; readonly toFamily: boolean };

/** In force, it replaces whatever of its kind was. */
function afterIssue(facts: CaseFacts, event: CaseEvent<Issued>): CaseFacts {
  const { documentId, toFamily } = event.body;
  const document = known(facts, documentId);
  if (!document) return facts;
  const others = (facts.documents ?? []).filter(
    one => one.id !== documentId && (one.paper !== document.paper || one.status !== 'inForce'),
  );
  const { toFamily: _before, ...rest } = document;
  const shown = toFamily ? { toFamily: true as const } : {};
  return withDocuments(facts, [...others, { ...rest, ...stampOf(facts, event), status: 'inForce', ...shown }]);
}

const documentIssued = defineFact('document.issued', {
  label: { ja: '書類を有効にする', en: 'Bring a document into force' },
  reading: 'しょるい を ゆうこう に する',
  alsoCalled: { ja: 'こうふ、わたす', en: 'issue, hand over' },
  told: { ja: '書類を有効にした', en: 'Document brought into force' },
  category: 'plan',
  body: { documentId: itemId, toFamily: z.boolean().describe('ご家族のページに出すか'), ...namingPaper },
  filledIn: ['paper'],
  complete: (facts, { body }) => withPaper(facts, body),
  objection: (facts, { body }) =>
    objectionTo(facts, body.documentId, ['approved', 'inForce']) ??
    (body.toFamily && known(facts, body.documentId)?.mayFamily === false ? notForFamily : null),
  record: afterIssue,
});

const documentWithdrawn = defineFact('document.withdrawn', {
  label: { ja: '書類を取り下げる', en: 'Withdraw a document' },
  reading: 'しょるい を とりさげる',
  told: { ja: '書類を取り下げた', en: 'Document withdrawn' },
  category: 'plan',
  body: { documentId: itemId, ...namingPaper },
  filledIn: ['paper'],
  complete: (facts, { body }) => withPaper(facts, body),
  texts: { reason: { label: { ja: '理由', en: 'Reason' }, required: true, maxLength: 500 } },
  objection: (facts, { body }) => objectionTo(facts, body.documentId, ['draft', 'approved', 'inForce']),
  record: (facts, { body }) =>
    withDocuments(
      facts,
      (facts.documents ?? []).filter(({ id }) => id !== body.documentId),
    ),
});

/** A file is kept beside the case; the entry says which, of what category, and what its content was. */
const attachmentAdded = defineTime('attachment.added', {
  label: { ja: 'ファイルを加えた', en: 'File added' },
  category: 'plan',
  apart: ({ shows }) => ({ title: grantable.safeParse(shows).data ?? 'protection' }),
  body: {
    attachmentId: itemId,
    shows: grantable.describe('category of what it shows'),
    mediaType: z.enum(['pdf', 'jpeg', 'png']),
    bytes: z.int().min(1),
    content: contentHash,
  },
  texts: { title: { label: { ja: '題', en: 'Title' }, required: true, maxLength: 200, kind: 'line' } },
});

/** Taken out by its own route, which deletes what it held. */
const attachmentRemoved = defineTime('attachment.removed', {
  label: { ja: 'ファイルを取り除いた', en: 'File removed' },
  category: 'plan',
  body: { attachmentId: itemId },
});

export const documentEvents = [
  documentDrafted,
  documentApproved,
  documentIssued,
  documentWithdrawn,
  attachmentAdded,
  attachmentRemoved,
] as const;
