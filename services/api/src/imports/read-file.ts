import { createHash } from 'node:crypto';
import type { Words } from '@kaerimichi/discharge';
import { type FhirImport, readFhir } from '@kaerimichi/interop';
import type { ImportedDraft } from '@kaerimichi/store';
import { decodeText } from './decode-text.ts';

export type FileToRead = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Today in Tokyo: who is adult depends on it. */
  readonly on: string;
};
export type FileRead =
  | {
      readonly ok: true;
      readonly format: 'json' | 'ndjson';
      readonly sha256: string;
      readonly drafts: readonly ImportedDraft[];
      /** JSON of what the report says of the file, whatever is known already. */
      readonly report: string;
    }
  | { readonly ok: false; readonly issues: readonly { readonly path: string; readonly text: Words }[] };

/** Rows of the report told in one answer, and their characters as JSON: it is kept for a week. `leftOutCount` counts all. */
const LEFT_OUT_TOLD = 20_000;
const CHARACTERS_TOLD = 2_000_000;
/** Faults named when nothing at all could be read. */
const FAULTS_TOLD = 50;

/** Where a file holds nothing else, it is refused with these as its faults. */
const unreadable: readonly string[] = ['notJson', 'notText', 'nothing', 'notAResource', 'doubledKey', 'halfCharacter'];

const otherEncoding: Words = {
  ja: '文字コードがUTF-8ではありません。UTF-8で保存し直してください。',
  en: 'The text is not UTF-8. Please save it as UTF-8.',
};

/** Everything that a file of a hospital says, ready to be kept. */
export function readFile({ bytes, contentType, on }: FileToRead): FileRead {
  const { text, isWhole } = decodeText(bytes);
  const format = formatOf(contentType, text);
  if (!isWhole && format === 'json') return { ok: false, issues: [{ path: '', text: otherEncoding }] };
  const read = readFhir(text, { format, on });
  const unread = read.leftOut.filter(({ why }) => unreadable.includes(why));
  if (unread.length > 0 && unread.length === read.resources)
    return { ok: false, issues: unread.slice(0, FAULTS_TOLD).map(({ path, text: why }) => ({ path, text: why })) };
  const drafts = read.drafts.map(({ sourceKey, ...content }) => ({
    sourceKey,
    sourceText: read.sources.get(sourceKey) ?? '',
    content: JSON.stringify(content),
  }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, format, sha256, drafts, report: JSON.stringify(reportOf(read)) };
}

/** NDJSON by its content type, or by its look: a second line that begins another object. */
function formatOf(contentType: string, text: string): 'json' | 'ndjson' {
  if (/ndjson|jsonl/.test(contentType)) return 'ndjson';
  const end = text.indexOf('\n');
  const isFirstWhole = end > 0 && /^\s*\{.*\}\s*$/.test(text.slice(0, end));
  return isFirstWhole && /^\s*\{/.test(text.slice(end, end + 1000)) ? 'ndjson' : 'json';
}

function reportOf({ resources, patients, drafts, became, leftOut }: FhirImport) {
  let left = CHARACTERS_TOLD;
  const told: FhirImport['leftOut'] = [];
  for (const row of leftOut.slice(0, LEFT_OUT_TOLD)) {
    left -= JSON.stringify(row).length + 1;
    if (left < 0) break;
    told.push(row);
  }
  return { resources, patients, drafts: drafts.length, became, leftOut: told, leftOutCount: leftOut.length };
}
