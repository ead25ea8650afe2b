import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly panel: AdultPanel };

/** 合同外来: the paediatrician and the doctor of grown-ups at one table, planned and held. */
export function JointClinics({ view, panel: { clinics } }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <section className="panel stack-tight" aria-labelledby="adult-clinics">
      <h3 id="adult-clinics">{say('adultCare.clinics')}</h3>
      {clinics.length === 0 && <p className="muted">{say('adultCare.noClinics')}</p>}
      <ul className="aftercare-list">
        {clinics.map(({ service, on, isHeld, note, by }) => (
          <li key={`${service} ${on}`}>
            <b>{shortDay(on, language, today)}</b> {code('childService', service)}{' '}
            <span className="tag">{say(isHeld ? 'adultCare.held' : 'adultCare.planned')}</span>{' '}
            <span className="small muted">
              {code('role', by.role)} {by.name}
            </span>
            {note && <p>{note}</p>}
            {!isHeld && (
              <p>
                <FormLink
                  view={view}
                  can={view.can}
                  event="adult.jointClinicDated"
                  fill={{ service, clinicOn: on, isHeld: 'true' }}
                >
                  {say('adultCare.wasHeld')}
                </FormLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
