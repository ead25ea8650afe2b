import { readFile } from 'node:fs/promises';
import { type CaseDocument, documentEndpoints } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import type { Composed, Template } from '@kaerimichi/documents';
import type { TakenDocument } from '@kaerimichi/store';
import { knownOf } from '../documents/known-of.ts';
import { fewForEach } from '../few-for-each.ts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** Papers of a case: what there are for somebody, and each as a PDF. Loaded when the first is asked for, and no sooner. */
export function documentImplementations(ports: ApiPorts) {
  const font = onceRead(() => ports.settings.fontFile);
  const inTurn = fewForEach(AT_A_TIME, WAITING);
  return [listing(ports), printing(ports, { font, inTurn })];
}

/** A PDF takes tenths of a second of this process: whoever asks for many has them one after the other. */
const [AT_A_TIME, WAITING] = [1, 5];

const room = () => import('@kaerimichi/documents');

/** The font has several megabytes: read when the first document is printed, and kept. */
function onceRead(file: () => string): () => Promise<Uint8Array> {
  let bytes: Promise<Uint8Array> | null = null;
  return () => {
    bytes ??= readFile(file()).catch(fault => {
      bytes = null;
      throw fault;
    });
    return bytes;
  };
}

const listing = (ports: ApiPorts) =>
  implement(ports, documentEndpoints.list, async ({ who, params, meta }) => {
    const { templates, readTypes, composeDocument, changedSince } = await room();
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, meta });
    if (!seen.ok) return seen;
    const [known, taken] = await Promise.all([
      knownOf(ports, seen.answer),
      ports.store.log.lastTaken(params.id, who.viewer.org),
    ]);
    const documents = templates.filter(seen.answer.offers).map(template => {
      const composed = composeDocument(template, known);
      const last = taken.find(({ kind }) => kind === template.id) ?? null;
      const changed = last ? changedSince(composed.fields, last.version) : [];
      return toListed(template, composed, { last, changed, language: meta.language });
    });
    return { ok: true, answer: { documents } };
  });

type Since = { readonly last: TakenDocument | null; readonly changed: string[]; readonly language: Language };

const toListed = (
  { id, title, about }: Template,
  { fields, withheld }: Composed,
  { last, changed, language }: Since,
): CaseDocument => ({
  kind: id,
  title: title[language],
  about: about[language],
  recorded: fields.filter(({ isRecorded }) => isRecorded).length,
  places: fields.length,
  open: [...new Set(fields.filter(({ isRecorded }) => !isRecorded).map(({ label }) => label.trim()))],
  withheld: [...withheld],
  last: last && { at: last.at, version: last.version },
  changed,
});

type Press = { readonly font: () => Promise<Uint8Array>; readonly inTurn: ReturnType<typeof fewForEach> };

const printing = (ports: ApiPorts, { font, inTurn }: Press) =>
  implement(ports, documentEndpoints.pdf, async ({ who, params, meta }) => {
    const { templates, readTypes, composeDocument } = await room();
    const template = templates.find(({ id }) => id === params.kind);
    if (!template) return { ok: false, refusal: { code: 'not-found' } };
    const taking = { kind: template.id, rule: template };
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, taking, meta });
    if (!seen.ok) return seen;
    const known = await knownOf(ports, seen.answer);
    const { paper } = composeDocument(template, known);
    const { printPaper } = await import('@kaerimichi/documents/pdf');
    const at = ports.clock.now();
    const { no, version } = known;
    const print = { no, version, by: who.displayName, at, isDemo: ports.settings.isDemo, font: await font() };
    const bytes = await inTurn(who.viewer.person, () => printPaper(paper, print));
    if (!bytes) return { ok: false, refusal: { code: 'busy' } };
    // In the log before anything leaves: a file is out of our hands.
    await ports.store.log.flush();
    return { ok: true, file: { bytes, name: `${no}-${template.title.ja}.pdf` } };
  });
