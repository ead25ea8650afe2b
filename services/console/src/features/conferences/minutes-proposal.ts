import type { CaseView, Conference } from '@kaerimichi/contracts';
import { shortDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';

/** What the minutes begin with: the agenda, what was decided, and who does what until when, as they were written down. */
export function minutesProposal(
  { agenda, decided, items }: Pick<Conference, 'agenda' | 'decided' | 'items'>,
  { people }: Pick<CaseView, 'people'>,
  { say, language }: Pick<Speech, 'say' | 'language'>,
): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`■ ${title}`, ...lines.map(line => `・${line}`), ''] : [];
  return [
    ...agenda.flatMap(({ what }) => (what ? [`■ ${what}`, ''] : [])),
    ...list(
      say('conf.decided'),
      decided.flatMap(({ what }) => what ?? []),
    ),
    ...list(
      say('conf.items'),
      items.map(({ what, owner, dueOn }) => {
        const who = owner ? (people.members[owner]?.name ?? '') : '';
        return [what, who, dueOn ? say('conf.until', { day: shortDay(dueOn, language) }) : '']
          .filter(Boolean)
          .join(' ');
      }),
    ),
  ]
    .join('\n')
    .trim();
}
