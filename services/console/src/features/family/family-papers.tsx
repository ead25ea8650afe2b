import type { FamilyPage } from '@kaerimichi/contracts';
import { urlOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Said } from './said.tsx';
import { useFamilyText } from './use-family.ts';

/** 受け取った紙: papers that hold now, each as a PDF. They are in Japanese: they go to people and offices that write it. */
export function GivenPapers({ papers }: Pick<FamilyPage, 'papers'>) {
  const { language } = useSpeech();
  const today = useToday();
  const text = useFamilyText();
  return (
    <>
      <h3>
        <Said of="papers" />
      </h3>
      <ul className="stack">
        {papers.map(({ id, title, on }) => {
          const day = shortDay(on, language, today);
          return (
            <li key={id} className="stack-tight">
              <p>
                <b>{title[language]}</b> <Said of="paperFrom" places={{ day }} />
              </p>
              <a
                className="button button-plain family-call"
                href={urlOf(routes.familyPaper.path, { params: { version: id } })}
                target="_blank"
                rel="noreferrer"
                aria-label={text('paperOpenOf', { paper: title[language], day })}
              >
                <Said of="paperOpen" />
              </a>
            </li>
          );
        })}
      </ul>
      <p>
        <Said of="paperLogged" />
      </p>
    </>
  );
}
