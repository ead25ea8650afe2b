import type { DocumentsSeen } from '@kaerimichi/casework';
import type { DocumentVersion } from '@kaerimichi/contracts';
import type { Known, Template } from '@kaerimichi/documents';
import type { ApiPorts } from '../ports.ts';

type Kept = DocumentsSeen['kept'][number];
type Names = Readonly<Record<string, string>>;

/** Names of whoever did something with versions, by person. */
export function namesOfSteps({ store }: Pick<ApiPorts, 'store'>, kept: readonly Kept[]): Promise<Names> {
  const steps = kept.flatMap(({ made, approved, issued, ended }) => [made, approved, issued, ended]);
  return store.people.namesOf([...new Set(steps.flatMap(step => step?.person ?? []))]);
}

const isOver = ({ state }: Kept) => state === 'replaced' || state === 'withdrawn';

type Listing = { readonly known: Known; readonly templates: readonly Template[]; readonly names: Names };

/** Versions by kind, the newest first; of each that is not over what the case says otherwise now. */
export async function listVersions(
  { kept, wholesOf }: Pick<DocumentsSeen, 'kept' | 'wholesOf'>,
  { known, templates, names }: Listing,
): Promise<(kind: string) => DocumentVersion[]> {
  const { changesTo, draftDocument, readPaper } = await import('@kaerimichi/documents');
  const offered = kept.filter(({ kind }) => templates.some(({ id }) => id === kind));
  const wholes = await wholesOf(offered.filter(version => !isOver(version)));
  const changesOf = (version: Kept, template: Template) => {
    const whole = wholes.get(version.id);
    if (whole === undefined) return null;
    const changes = changesTo(readPaper(whole), draftDocument(template, known), known.reads);
    return changes.map(({ label, how }) => ({ label: label.trim(), how }));
  };
  const stepOf = (step: Kept['approved']) => step && { at: step.at, by: names[step.person] ?? '' };
  const toListed = (version: Kept, template: Template): DocumentVersion => {
    const { id, nth, state, byDoctor, mayFamily, toFamily, basis, content, made, approved, issued, ended } = version;
    return {
      ...{ id, nth, state, byDoctor, mayFamily, toFamily, basis, content },
      made: { at: made.at, by: names[made.person] ?? '' },
      ...{ approved: stepOf(approved), issued: stepOf(issued), ended: stepOf(ended) },
      changes: changesOf(version, template),
    };
  };
  return kind => {
    const template = templates.find(({ id }) => id === kind);
    if (!template) return [];
    return offered
      .filter(version => version.kind === kind)
      .map(version => toListed(version, template))
      .reverse();
  };
}
