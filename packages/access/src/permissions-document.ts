import { categories, codeWords, roleIds } from '@kaerimichi/discharge';
import { roles } from './roles.ts';

const letters = { write: 'W', read: 'R', summary: 'S', own: 'own' } as const;

/** docs/permissions.md: role × category and role × command, from the role files. */
export function permissionsDocument(): string {
  const seen = roleIds.map(
    id => `| ${id} ${codeWords[id]?.ja ?? ''} | ${categories.map(category => letter(id, category)).join(' | ')} |`,
  );
  const events = [...new Set(roleIds.flatMap(id => Object.values(roles[id].sends).flat()))].sort();
  const senders = roleIds.filter(id => Object.keys(roles[id].sends).length > 0);
  const sent = events.map(event => `| \`${event}\` | ${senders.map(id => relationsOf(id, event)).join(' | ')} |`);
  return [
    '# 権限 / Permissions',
    '',
    'Generated from `packages/access/src/roles`; do not edit. A team entry or a case of one’s own organisation is presupposed; a partner sees what consent names.',
    '',
    '## 見られる内容 / What each role sees',
    '',
    'W write · R read · S summary · own: what concerns the own part · – nothing',
    '',
    `| role | ${categories.join(' | ')} |`,
    `|---|${categories.map(() => '---').join('|')}|`,
    ...seen,
    '',
    '## できる操作 / What each role sends',
    '',
    'F lead organisation (full) · P partner by consent · N number only · – never',
    '',
    `| event | ${senders.join(' | ')} |`,
    `|---|${senders.map(() => '---').join('|')}|`,
    ...sent,
    '',
  ].join('\n');
}

function letter(id: (typeof roleIds)[number], category: (typeof categories)[number]): string {
  const right = roles[id].sees[category];
  return right ? letters[right] : '–';
}

function relationsOf(id: (typeof roleIds)[number], event: string): string {
  const { full, partner, numberOnly } = roles[id].sends;
  const marks = [
    full?.includes(event) ? 'F' : '',
    partner?.includes(event) ? 'P' : '',
    numberOnly?.includes(event) ? 'N' : '',
  ];
  return marks.join('') || '–';
}
