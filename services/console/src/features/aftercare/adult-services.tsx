import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { childServices } from '@kaerimichi/discharge';
import { useId, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly panel: AdultPanel };

/** Where each service of the child goes: from paediatrics to the clinic or service of a grown-up. */
export function AdultServices({ view, panel: { services } }: Props) {
  const { say, code, findCode, language } = useSpeech();
  const today = useToday();
  return (
    <section className="panel stack-tight" aria-labelledby="adult-services">
      <h3 id="adult-services">{say('adultCare.services')}</h3>
      {services.length === 0 && <p className="muted">{say('adultCare.noServices')}</p>}
      {services.length > 0 && (
        <div className="table-frame">
          <table className="table aftercare-table">
            <caption className="hidden-visually">{say('adultCare.services')}</caption>
            <thead>
              <tr>
                {(['childSide', 'adultSide', 'state', 'next'] as const).map(name => (
                  <th scope="col" key={name}>
                    {say(`adultCare.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {services.map(({ service, state, on, counterpart, note, visits }) => (
                <tr key={service}>
                  <th scope="row">{code('childService', service)}</th>
                  <td data-label={say('adultCare.adultSide')}>
                    {state === 'stays'
                      ? say('adultCare.staysHere')
                      : (counterpart ??
                        say('adultCare.noCounterpart', { usual: findCode('adultService', service) ?? '' }))}
                    {note && <p className="small">{note}</p>}
                  </td>
                  <td data-label={say('adultCare.state')}>
                    <span className="tag">{code('state', state)}</span>{' '}
                    {on && <span className="small muted">{shortDay(on, language, today)}</span>}
                    {visits.map(visit => (
                      <p key={visit} className="small">
                        {say('adultCare.visitedOn', { day: shortDay(visit, language, today) })}
                      </p>
                    ))}
                  </td>
                  <td data-label={say('adultCare.next')}>
                    <Acts {...{ view, service }} name={code('childService', service)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view.can.includes('adult.serviceMapped') && <AddService {...{ view, services }} />}
    </section>
  );
}

function Acts({ view, service, name }: { view: CaseView; service: string; name: string }) {
  const { say } = useSpeech();
  const acts = [
    ['adult.serviceMapped', 'adultCare.change'],
    ['adult.visitHeld', 'adultCare.visit'],
    ['adult.jointClinicDated', 'adultCare.joint'],
  ] as const;
  return (
    <p className="row">
      {acts.map(([event, word]) => (
        <FormLink
          key={event}
          view={view}
          can={view.can}
          event={event}
          fill={{ service }}
          name={say('common.nameWith', { name: say(word), more: name })}
        >
          {say(word)}
        </FormLink>
      ))}
    </p>
  );
}

/** A service that is not on the list yet: chosen by its name, and mapped in its form. */
function AddService({ view, services }: { view: CaseView; services: AdultPanel['services'] }) {
  const { say, code } = useSpeech();
  const id = useId();
  const left = childServices.filter(one => services.every(({ service }) => service !== one));
  const [service, setService] = useState<string>('');
  if (left.length === 0) return null;
  const chosen = left.find(one => one === service);
  return (
    <div className="stack-tight">
      <SelectField
        id={id}
        label={say('adultCare.addService')}
        options={left.map(value => ({ value, label: code('childService', value) }))}
        value={chosen ?? ''}
        onChange={setService}
      />
      <p>
        {chosen ? (
          <FormLink
            view={view}
            can={view.can}
            event="adult.serviceMapped"
            fill={{ service: chosen, state: 'candidate' }}
          >
            {say('adultCare.mapIt', { service: code('childService', chosen) })}
          </FormLink>
        ) : (
          <span className="small muted">{say('adultCare.chooseService')}</span>
        )}
      </p>
    </div>
  );
}
