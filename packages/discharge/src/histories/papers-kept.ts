import { aCase, type Story } from './a-case.ts';

const made = (documentId: string, basis: number) => ({
  ...{ documentId, paper: 'careManual', byDoctor: true, mayFamily: true, basis },
  ...{ content: `fingerprint-${documentId}`, whole: `内容 ${documentId}` },
});

/** Versions of a paper, approved by a doctor, in force, replaced and withdrawn; a file that is added and removed. */
export const papersKept = (): Story =>
  aCase()
    .goesTo('preparing')
    .sends('dsn', 'document.drafted', made('d1', 12))
    .sends('dsn', 'document.issued', { documentId: 'd1', toFamily: false }, { refused: 'document.state' })
    .sends('dsn', 'document.approved', { documentId: 'd1' }, { refused: 'document.doctor' })
    .sends('doctor', 'document.approved', { documentId: 'd1' })
    .sends('dsn', 'document.issued', { documentId: 'd1', toFamily: true })
    .sends('dsn', 'document.drafted', made('d2', 16))
    .sends('doctor', 'document.approved', { documentId: 'd2' })
    .sends('dsn', 'document.issued', { documentId: 'd2', toFamily: true })
    .sends('dsn', 'document.withdrawn', { documentId: 'd1', reason: '古い' }, { refused: 'document.notThere' })
    .sends('dsn', 'document.drafted', { ...made('d3', 19), mayFamily: false, paper: 'referralLetter' })
    .sends('dsn', 'document.withdrawn', { documentId: 'd3', reason: 'あて先が変わった' })
    .sends('ward', 'attachment.added', {
      ...{ attachmentId: 'f1', shows: 'images', mediaType: 'jpeg', bytes: 120_000 },
      ...{ content: 'fingerprint-f1', title: '口元の固定' },
    })
    .sends('ward', 'attachment.removed', { attachmentId: 'f1' });
