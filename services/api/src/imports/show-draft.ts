import type { DraftDetail, Draft as DraftShown } from '@kaerimichi/contracts';
import type { Draft, DraftVersion, ListedDraft } from '@kaerimichi/store';

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

/** A draft in a list; a value that a person confirmed stands before the file's. */
export function toShown({ id, version, importedAt, content, confirmed, caseId, caseNo }: ListedDraft): DraftShown {
  const field = (name: string) => asText(name in confirmed ? confirmed[name] : content[name]);
  return {
    id,
    version,
    importedAt,
    familyName: field('familyName'),
    givenName: field('givenName'),
    familyKana: field('familyKana'),
    givenKana: field('givenKana'),
    bornOn: field('bornOn'),
    sex: field('sex') ?? 'unknown',
    hospitalNumber: field('hospitalNumber'),
    marks: asTexts(content.marks),
    careNeeds: asTexts(content.careNeeds),
    caseId,
    caseNo,
  };
}

/** A draft with all it holds, what a later file says otherwise, and what an earlier version still had. */
export function toDetail(draft: Draft & { readonly versions: readonly DraftVersion[] }): DraftDetail {
  const { content, confirmed, versions } = draft;
  const differences = Object.entries(confirmed)
    .filter(([field, value]) => field in content && asText(content[field]) !== asText(value))
    .map(([field, value]) => ({ field, confirmed: value, offered: content[field] ?? null }));
  // Newest first; a version may be missing, where its file was taken back.
  const before = versions.find(({ version }) => version < draft.version)?.content;
  return {
    ...toShown(draft),
    source: versions.find(({ version }) => version === draft.version)?.source ?? '',
    content: { ...content },
    confirmed: { ...confirmed },
    differences,
    changes: before ? changesBetween(before, content) : [],
    isPerhapsAnother: before !== undefined && isPerhapsAnother(before, content),
    versions: versions.map(({ version, importedAt }) => ({ version, importedAt })),
  };
}

type Content = Readonly<Record<string, unknown>>;
type Change = DraftDetail['changes'][number];

const single = ['familyName', 'givenName', 'familyKana', 'givenKana', 'bornOn', 'sex', 'hospitalNumber', 'address'];
const lists = ['phones', 'guardians', 'conditions', 'allergies', 'medications', 'devices', 'procedures', 'careNeeds'];

/** What the newest file says otherwise than the one before; what is gone may be gone only from this file. */
function changesBetween(before: Content, now: Content): Change[] {
  const changed = single.flatMap(field => {
    const [was, is] = [asText(before[field]), asText(now[field])];
    return was === is ? [] : [{ field, gone: was ? [was] : [], came: is ? [is] : [] }];
  });
  const listed = lists.flatMap(field => {
    const [was, is] = [namesIn(before[field]), namesIn(now[field])];
    const gone = [...was].filter(name => !is.has(name));
    const came = [...is].filter(name => !was.has(name));
    return gone.length + came.length > 0 ? [{ field, gone, came }] : [];
  });
  return [...changed, ...listed];
}

/** An item by what people call it, with its state: the place in the file may differ. */
function namesIn(value: unknown): Set<string> {
  if (!Array.isArray(value)) return new Set();
  return new Set(
    value.map(item => {
      if (typeof item !== 'object' || item === null) return String(item);
      // Entries and guardians were written by the importer; anything else shows as nothing.
      const { text, name, status } = item as { text?: unknown; name?: unknown; status?: unknown };
      return [asText(text) ?? asText(name), asText(status)].filter(Boolean).join(' · ');
    }),
  );
}

/** Both name and birth date differ from the version before: perhaps one number was given to two children. */
function isPerhapsAnother(before: Content, now: Content): boolean {
  const differs = (field: string) => {
    const [was, is] = [asText(before[field]), asText(now[field])];
    return was !== null && is !== null && was !== is;
  };
  return differs('bornOn') && differs('givenName');
}
