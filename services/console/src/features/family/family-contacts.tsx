import type { FamilyPage } from '@kaerimichi/contracts';
import { Fragment } from 'react';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { phonesIn } from '../case/phones-in.ts';
import { type ContactGroup, contactGroups } from './contact-groups.ts';
import { Said, SaidCode } from './said.tsx';
import { useFamilyText } from './use-family.ts';

/** An ambulance, anywhere in Japan. */
const AMBULANCE = '119';

type Props = { readonly page: FamilyPage; readonly hasAmbulance: boolean };

/** こまったときの電話: large, the most urgent first; after a death whom one may talk to. */
export function FamilyContacts({ page, hasAmbulance }: Props) {
  const { team, over } = page;
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
      {contactGroups(page).map(group => (
        <Group key={group.group} group={group} />
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

/** Whom to call at a time or about devices; where nobody is recorded yet, whom to ask. */
function Group({ group: { group, contacts } }: { group: ContactGroup }) {
  const gap = familyKey('gap', group);
  return (
    <div className="stack-tight">
      <h3>
        <Said of={`when.${group}`} />
      </h3>
      {contacts.length === 0 && gap && (
        <p>
          <Said of={gap} />
        </p>
      )}
      {contacts.map(contact => (
        <Contact key={`${contact.when} ${contact.topic}`} contact={contact} isOfDevice={group === 'device'} />
      ))}
    </div>
  );
}

type ContactProps = { readonly contact: FamilyPage['contacts'][number]; readonly isOfDevice: boolean };

function Contact({ contact: { when, topic, text }, isOfDevice }: ContactProps) {
  const key = isOfDevice ? familyKey('when', when) : topic === null ? null : familyKey('topic', topic);
  const phones = phonesIn(text).flatMap(({ text: shown, phone }) => (phone ? [{ shown, phone }] : []));
  return (
    <div className="stack-tight">
      {key && (
        <p>
          <b>
            <Said of={key} />
          </b>
        </p>
      )}
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
export function Call({ number, who, label = who }: CallProps) {
  const text = useFamilyText();
  return (
    <a className="button button-primary family-call" href={`tel:${number}`} aria-label={text('call', { who: label })}>
      {who}
    </a>
  );
}
