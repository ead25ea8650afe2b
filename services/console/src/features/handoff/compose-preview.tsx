import type { CaseView } from '@kaerimichi/contracts';
import { handoffSectionIds } from '@kaerimichi/discharge';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { NIGHT } from './compose-values.ts';
import { kept } from './recipients.ts';

type Props = {
  readonly view: CaseView;
  readonly orgs: readonly string[];
  /** Somebody outside the network is told all of it by voice. */
  readonly outside: string | null;
  readonly names: Readonly<Record<string, string>>;
  /** By section, what goes. */
  readonly texts: Readonly<Record<string, string>>;
};

/** 受け手の見え方を確かめる: what stands there for each recipient, and what the family's consent keeps closed. */
export function ComposePreview(props: Props) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { orgs } = props;
  const isToSomebody = orgs.length > 0 || Boolean(props.outside?.trim());
  return (
    <p>
      <Button whyNot={!isToSomebody && say('handoff.previewFirst')} onClick={() => setOpen(true)}>
        {say('handoff.preview')}
      </Button>
      {isOpen && <PreviewSheet {...props} onClose={() => setOpen(false)} />}
    </p>
  );
}

function PreviewSheet({ view, orgs, outside, names, texts, onClose }: Props & { readonly onClose: () => void }) {
  const { say } = useSpeech();
  const outsider = outside?.trim();
  const readers = [
    ...orgs.map(value => ({ value, label: names[value] ?? value })),
    ...(outsider ? [{ value: OUTSIDE, label: outsider }] : []),
  ];
  const [chosen, setChosen] = useState(readers[0]?.value ?? '');
  const name = readers.find(({ value }) => value === chosen)?.label ?? '';
  return (
    <Sheet title={say('handoff.previewOf', { name })} size="wide" onClose={onClose}>
      <div className="stack">
        {readers.length > 1 && (
          <SelectField
            label={say('handoff.previewFor')}
            options={readers}
            value={chosen}
            onChange={value => setChosen(value || chosen)}
          />
        )}
        <p className="small muted">{say(chosen === OUTSIDE ? 'handoff.previewOutside' : 'handoff.previewBy')}</p>
        <ReadSections view={view} org={chosen === OUTSIDE ? null : chosen} texts={texts} />
      </div>
    </Sheet>
  );
}

/** No id of an organisation has a space. */
const OUTSIDE = 'outside ';

type ReadProps = Pick<Props, 'view' | 'texts'> & { readonly org: string | null };

function ReadSections({ view, org, texts }: ReadProps) {
  const { say, code } = useSpeech();
  const on = useToday();
  return handoffSectionIds.map((section, at) => {
    const isClosed = org !== null && kept(view, section, { orgs: [org], on }).length > 0;
    const text = texts[section];
    return (
      <section key={section} className="panel stack-tight">
        <h3>
          {at + 1} {code('section', section)}
        </h3>
        {isClosed && <p className="muted">{say('part.hidden')}</p>}
        {!isClosed && <p className={text ? 'as-written' : 'muted'}>{text ?? say('handoff.empty')}</p>}
        {!isClosed && section === 'contacts' && texts[NIGHT] && (
          <>
            <h4>{say('handoff.night')}</h4>
            <p className="as-written">{texts[NIGHT]}</p>
          </>
        )}
      </section>
    );
  });
}
