import type { FamilyPage } from '@kaerimichi/contracts';
import { phonesIn } from '../case/phones-in.ts';
import { Call } from './family-contacts.tsx';
import './family.css';
import { Said } from './said.tsx';

type Props = {
  /** What the page told last, if anything. */
  readonly page: Pick<FamilyPage, 'contacts' | 'team'> | undefined;
  /** The session ended, and the password may open the page again. */
  readonly isPerhaps?: boolean;
};

/** このページは使えなくなりました: and whom to call, as long as that is still known here. Nothing of the child. */
export function FamilyGone({ page, isPerhaps = false }: Props) {
  const call = page && callOf(page);
  return (
    <div className="stack family">
      <p>
        <Said of={isPerhaps ? 'goneIf' : 'gone'} />
      </p>
      {call && <Call number={call.phone} who={call.shown} />}
    </div>
  );
}

/** The number of those who look after going home: the one by day, else that of the house that leads. */
export function callOf({ contacts, team }: NonNullable<Props['page']>): { phone: string; shown: string } | null {
  const byDay = contacts.find(({ when, topic }) => when === 'day' && topic === null)?.text;
  const leads = team.find(({ lead }) => lead)?.telephone;
  const [found] = [byDay, leads]
    .flatMap(text => (text ? phonesIn(text) : []))
    .flatMap(({ text, phone }) => (phone ? [{ phone, shown: text }] : []));
  return found ?? null;
}
