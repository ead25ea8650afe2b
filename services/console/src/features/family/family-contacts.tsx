import type { FamilyPage } from '@kaerimichi/contracts';
import { Fragment } from 'react';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { phonesIn } from '../case/phones-in.ts';
import { Said, SaidCode } from './said.tsx';
import { useFamilyText } from './use-family.ts';

/** An ambulance, anywhere in Japan. */
const AMBULANCE = '119';

type Props = { readonly page: FamilyPage; readonly hasAmbulance: boolean };

/** こまったときの電話: large, the most urgent first; after a death whom one may talk to. */
export function FamilyContacts({ page: { contacts, team, over }, hasAmbulance }: Props) {
  return (
    <section className="panel stack" aria-labelledby="family-contacts">
      <h2 id="family-contacts">
        <Said of={over === 'deceased' ? 'toTalk' : 'three'} />
      </h2>
      {hasAmbulance && (
        <div className="stack-tight">
          <h3>
            <Said of="emergency" />
          </h3>
          <Call number={AMBULANCE} who={AMBULANCE} />
        </div>
      )}
      {contacts.length === 0 && over !== 'deceased' && (
        <p>
          <Said of="noContacts" />
        </p>
      )}
      {contacts.map(contact => (
        <Contact key={`${contact.when} ${contact.topic}`} contact={contact} />
      ))}
      <h3>
        <Said of="team" />
      </h3>
      <ul className="stack">
        {team.map(partner => (
          <Partner key={partner.org.id} partner={partner} />
        ))}
      </ul>
    </section>
  );
}

function Contact({ contact: { when, text } }: { contact: FamilyPage['contacts'][number] }) {
  const key = familyKey('when', when);
  const phones = phonesIn(text).flatMap(({ text: shown, phone }) => (phone ? [{ shown, phone }] : []));
  return (
    <div className="stack-tight">
      <h3>{key && <Said of={key} />}</h3>
      <p className="as-written">{text}</p>
      {phones.map(({ shown, phone }) => (
        <Call key={phone} number={phone} who={shown} />
      ))}
    </div>
  );
}

function Partner({ partner: { org, functions, lead, telephone } }: { partner: FamilyPage['team'][number] }) {
  const { say } = useSpeech();
  const phone = telephone === null ? undefined : phonesIn(telephone).find(piece => piece.phone !== null);
  return (
    <li className="stack-tight">
      <p>
        <b>{org.name}</b>
      </p>
      <p>
        {lead ? (
          <Said of="lead" />
        ) : (
          functions.map((id, at) => (
            <Fragment key={id}>
              {at > 0 && say('common.listMark')}
              <SaidCode kind="function" id={id} />
            </Fragment>
          ))
        )}
      </p>
      {phone?.phone && <Call number={phone.phone} who={telephone ?? ''} label={org.name} />}
    </li>
  );
}

type CallProps = { readonly number: string; readonly who: string; readonly label?: string };

/** A button that calls: as high as a thumb. */
function Call({ number, who, label = who }: CallProps) {
  const text = useFamilyText();
  return (
    <a className="button button-primary family-call" href={`tel:${number}`} aria-label={text('call', { who: label })}>
      {who}
    </a>
  );
}
