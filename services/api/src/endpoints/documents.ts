import { readFile } from 'node:fs/promises';
import { documentEndpoints } from '@kaerimichi/contracts';
import type { Template } from '@kaerimichi/documents';
import { knownOf } from '../documents/known-of.ts';
import { listVersions, namesOfSteps } from '../documents/list-versions.ts';
import { paperOfVersion } from '../documents/paper-of-version.ts';
import { toListed } from '../documents/to-listed.ts';
import { fewForEach } from '../few-for-each.ts';
import { type Asked, implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import type { ApiPorts } from '../ports.ts';

/** Papers of a case: what there are for somebody, and each as a PDF. Loaded when the first is asked for, and no sooner. */
export function documentImplementations(ports: ApiPorts) {
  const font = onceRead(() => ports.settings.fontFile);
  const inTurn = fewForEach(AT_A_TIME, WAITING);
  const press = { font, inTurn };
  return [listing(ports), printing(ports, press), keeping(ports), printingVersion(ports, press)];
}

/** A PDF takes tenths of a second of this process: whoever asks for many has them one after the other. */
const [AT_A_TIME, WAITING] = [1, 5];

const room = () => import('@kaerimichi/documents');
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** The font has several megabytes: read when the first document is printed, and kept. */
export function onceRead(file: () => string): () => Promise<Uint8Array> {
  let bytes: Promise<Uint8Array> | null = null;
  return () => {
    bytes ??= readFile(file()).catch(fault => {
      bytes = null;
      throw fault;
    });
    return bytes;
  };
}

const ruleOf = (template: Template) => ({ kind: template.id, rule: template });

const listing = (ports: ApiPorts) =>
  implement(ports, documentEndpoints.list, async ({ who, params, meta }) => {
    const { templates, readTypes, composeDocument, changedSince } = await room();
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, meta });
    if (!seen.ok) return seen;
    const { takenBack, kept, offers, keeps } = seen.answer;
    const [known, taken, names] = await Promise.all([
      knownOf(ports, seen.answer),
      ports.store.log.lastTaken(params.id, who.viewer.org),
      namesOfSteps(ports, kept),
    ]);
    const offered = templates.filter(offers);
    const versionsOf = await listVersions(seen.answer, { known, templates: offered, names });
    const documents = offered.map(template => {
      const composed = composeDocument(template, known);
      const last = taken.find(({ kind }) => kind === template.id) ?? null;
      const since = last && { fields: composed.fields, takenBack, version: last.version };
      const changed = since ? changedSince(template, known, since) : [];
      const versions = versionsOf(template.id);
      return toListed(template, composed, {
        last,
        changed,
        versions,
        mayKeep: keeps(template),
        language: meta.language,
      });
    });
    return { ok: true, answer: { documents } };
  });

type Press = { readonly font: () => Promise<Uint8Array>; readonly inTurn: ReturnType<typeof fewForEach> };

const printing = (ports: ApiPorts, { font, inTurn }: Press) =>
  implement(ports, documentEndpoints.pdf, async ({ who, params, meta }) => {
    const { templates, readTypes, composeDocument } = await room();
    const template = templates.find(({ id }) => id === params.kind);
    if (!template) return notFound;
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, taking: ruleOf(template), meta });
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

/** Composes a paper and keeps it as it is: what it says is never sent by anybody. */
const keeping = (ports: ApiPorts) =>
  implementOnce(ports, documentEndpoints.keep, async ({ who, params, match, meta }) => {
    const { templates, readTypes, draftDocument, keepPaper } = await room();
    const template = templates.find(({ id }) => id === params.kind);
    if (!template) return notFound;
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, meta });
    if (!seen.ok) return seen;
    if (!seen.answer.keeps(template)) return { ok: false, refusal: { code: 'not-permitted' } };
    if (match === null) return { ok: false, refusal: { code: 'precondition-required' } };
    const { text, hash } = keepPaper(draftDocument(template, await knownOf(ports, seen.answer)));
    return ports.casework.keepDocument(who, params.id, {
      ...ruleOf(template),
      byDoctor: template.approvedBy === 'doctor',
      mayFamily: template.forFamily === true,
      // Whichever there is: the paper is composed of the newest; a later one still is a conflict.
      basis: match === '*' ? seen.answer.version : match,
      ...{ whole: text, content: hash, meta },
    });
  });

const printingVersion = (ports: ApiPorts, { font, inTurn }: Press) =>
  implement(ports, documentEndpoints.versionPdf, async asked => {
    const found = await versionFor(ports, asked);
    if (!found.ok) return found;
    const { paper, print, name } = found.answer;
    const { printPaper } = await import('@kaerimichi/documents/pdf');
    const whole = { ...print, by: asked.who.displayName, font: await font() };
    const bytes = await inTurn(asked.who.viewer.person, () => printPaper(paper, whole));
    if (!bytes) return { ok: false, refusal: { code: 'busy' } };
    await ports.store.log.flush();
    return { ok: true, file: { bytes, name } };
  });

async function versionFor(ports: ApiPorts, { who, params, meta }: Asked<typeof documentEndpoints.versionPdf>) {
  const { templates } = await room();
  const template = templates.find(({ id }) => id === params.kind);
  if (!template) return notFound;
  const taking = { ...ruleOf(template), isVersion: true };
  const seen = await ports.casework.documents(who, params.id, { types: [], taking, meta });
  if (!seen.ok) return seen;
  const version = seen.answer.kept.find(({ id, kind }) => id === params.version && kind === template.id);
  const whole = version && (await seen.answer.wholesOf([version])).get(version.id);
  if (!version || whole === undefined) return notFound;
  return { ok: true, answer: await paperOfVersion(ports, { of: seen.answer, version, whole, template }) } as const;
}
