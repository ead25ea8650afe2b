import type { ImportReport } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

/** Kinds named one by one; the others are counted together. */
const MOST_KINDS = 4;

type Reported = Pick<ImportReport, 'resources' | 'leftOut' | 'leftOutCount'>;

/** What stood in a file that gave no draft: its kinds by number, the commonest first; empty where nothing could be read. */
export function foundWords({ resources, leftOut, leftOutCount }: Reported, { say, code }: Speech): string {
  if (resources === 0) return '';
  const counts = new Map<string, number>();
  for (const { resourceType } of leftOut)
    if (resourceType) counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
  const named = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_KINDS);
  const rest = Math.max(resources, leftOutCount) - named.reduce((sum, [, n]) => sum + n, 0);
  return [
    ...named.map(([kind, n]) => say('import.foundOne', { what: code('resource', kind), n })),
    ...(rest > 0 ? [say('import.foundMore', { n: rest })] : []),
  ].join(say('common.listMark'));
}
