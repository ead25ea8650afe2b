import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly panel: AdultPanel };

/** What stands before the end: the child's side closes once each service has a taker and the first adult visit was, or a reason is signed. */
export function AdultClosing({ view, panel: { closing, signed, ended } }: Props) {
  const { say, language } = useSpeech();
  const today = useToday();
  const conditions = [
    ['mapped', closing.mapped],
    ['visited', closing.visited],
  ] as const;
  const mayEnd = closing.mapped && closing.visited;
  return (
    <section className="panel stack-tight" aria-labelledby="adult-closing">
      <h3 id="adult-closing">{say('adultCare.closing')}</h3>
      {ended && (
        <p>
          {say(`adultCare.ended.${ended.how === 'stayed' ? 'stayed' : 'transferred'}`, {
            day: shortDay(ended.on, language, today),
          })}
        </p>
      )}
      <ul className="aftercare-list">
        {conditions.map(([name, isMet]) => (
          <li key={name}>
            <span aria-hidden="true">{isMet ? '✓' : '✗'}</span> {say(`adultCare.needs.${name}`)}{' '}
            <span className="small muted">{say(isMet ? 'adultCare.met' : 'adultCare.unmet')}</span>
          </li>
        ))}
      </ul>
      {signed && (
        <p>
          {say('adultCare.signed', { day: shortDay(signed.on, language, today) })} {signed.reason}
        </p>
      )}
      {!ended && (
        <>
          {!mayEnd && <p>{say('adultCare.cannotEnd')}</p>}
          <p className="row">
            {mayEnd && (
              <FormLink view={view} can={view.can} event="adult.transferred">
                {say('adultCare.end')}
              </FormLink>
            )}
            {!closing.visited && (
              <FormLink view={view} can={view.can} event="adult.reasonSigned">
                {say('adultCare.sign')}
              </FormLink>
            )}
            <FormLink view={view} can={view.can} event="adult.stayed">
              {say('adultCare.stay')}
            </FormLink>
          </p>
        </>
      )}
    </section>
  );
}
