import type { FamilyPage } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Said } from './said.tsx';

/** だれが何を見ているか: every organisation that sees something together with the child's name, and since when. */
export function FamilySharing({ sharing }: Pick<FamilyPage, 'sharing'>) {
  const { language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  return (
    <>
      <h3>
        <Said of="sharing" />
      </h3>
      <p>
        <Said of="sharingAbout" />
      </p>
      <ul className="stack">
        {sharing.map(({ org, lead, categories, since, until }) => (
          <li key={org.id} className="stack-tight">
            <p>
              <b>{org.name}</b>
            </p>
            <ul className="tags">
              {categories.flatMap(category => {
                const key = familyKey('category', category);
                return key ? [<SharedCategory key={key} of={key} />] : [];
              })}
            </ul>
            <p>
              {lead && <Said of="sharingLead" />}
              {since && <Said of="sharingSince" places={{ day: day(since) }} />}
              {until && (
                <>
                  {' '}
                  <Said of="sharingUntil" places={{ day: day(until) }} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

const SharedCategory = ({ of }: { readonly of: NonNullable<ReturnType<typeof familyKey>> }) => (
  <li className="tag">
    <Said of={of} />
  </li>
);
