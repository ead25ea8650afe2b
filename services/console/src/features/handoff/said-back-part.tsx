import type { HandoffView, SaidBackView } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { parseWhole } from '../../parts/parse-whole.ts';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { anchorOf } from './section-panel.tsx';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';

type Props = { readonly handoff: HandoffView; readonly step: Step; readonly said: Said };
type ItemProps = Props & { readonly asked: SaidBackView };

const anchorOfTopic = (topic: string): string => `said-back-${topic}`;
/** A form that has done its work goes away: the question takes the focus. */
const focusOn = (topic: string): void => document.getElementById(anchorOfTopic(topic))?.focus();

/** 確認の問い: the receiver says in its own words what it would do; the sender reads it and talks over what is not sure. */
export function SaidBackPart(props: Props) {
  const { handoff } = props;
  const { say } = useSpeech();
  const { saidBack } = handoff;
  if (saidBack.length === 0) return null;
  const n = saidBack.filter(({ said }) => said !== null).length;
  return (
    <section className="panel stack" aria-labelledby="handoff-said-back">
      <div className="row spread">
        <h2 id="handoff-said-back">{say('handoff.saidBack')}</h2>
        <span className="small">{say('handoff.saidBackCount', { n, all: saidBack.length })}</span>
      </div>
      <p className="small muted">
        {say(handoff.side === 'receiver' ? 'handoff.saidBackHint' : 'handoff.saidBackHintSender')}
      </p>
      <ol className="handoff-said-back">
        {saidBack.map(asked => (
          <li key={asked.topic} className="stack-tight" id={anchorOfTopic(asked.topic)} tabIndex={-1}>
            <Asked {...props} asked={asked} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked(props: ItemProps) {
  const { handoff, asked, said } = props;
  const { say, code } = useSpeech();
  const [isAgain, setAgain] = useState(false);
  const mayAnswer = handoff.can.includes('handoff.taughtBack');
  const isOpen = mayAnswer && (asked.said === null || isAgain || said.textOf(`said.${asked.topic}`) !== '');
  return (
    <>
      <h3>{asked.question}</h3>
      <p>
        <a className="small handoff-where" href={`#${anchorOf(asked.section)}`}>
          {say('handoff.saidBackWhere', { section: code('section', asked.section) })}
        </a>
      </p>
      {asked.said !== null && <Answer asked={asked} />}
      {asked.said === null && !mayAnswer && <p className="small muted">{say('handoff.saidBackOpen')}</p>}
      {isOpen && <AnswerForm {...props} onDone={() => setAgain(false)} />}
      {asked.said !== null && !isOpen && mayAnswer && (
        <p>
          <Button
            isSmall
            aria-label={say('handoff.saidBackAgainName', { question: code('item', asked.topic) })}
            onClick={() => setAgain(true)}
          >
            {say('handoff.saidBackAgain')}
          </Button>
        </p>
      )}
      {handoff.can.includes('handoff.talkedOver') && asked.said !== null && <Checking {...props} />}
    </>
  );
}

/** What was said, how sure, and what the sender made of it. */
function Answer({ asked: { said, check, by, text, minutes, heard } }: { readonly asked: SaidBackView }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const isToTalk = check === 'toTalk' || (check === null && said === 'unsure');
  return (
    <>
      {text && <p className="as-written">{text}</p>}
      {minutes !== null && <p>{say('handoff.saidBackMinutesSaid', { n: minutes })}</p>}
      <p className="row small">
        <span className={isToTalk ? 'tag handoff-unsure' : 'tag'}>
          {say(said === 'sure' ? 'handoff.sure' : 'handoff.unsure')}
        </span>
        {check && <span className="tag">{code('item', check)}</span>}
        {by && (
          <span className="muted">
            {[by.name, by.org, dayAndTime(by.at, language, today)].filter(Boolean).join(' ')}
          </span>
        )}
      </p>
      {heard && <p className="small as-written">{say('handoff.heard', { text: heard })}</p>}
    </>
  );
}

function AnswerForm({ handoff, asked, step, said, onDone }: ItemProps & { readonly onDone: () => void }) {
  const { say, code } = useSpeech();
  const { topic } = asked;
  const names = { words: `said.${topic}`, sure: `sure.${topic}`, minutes: `minutes.${topic}` };
  const words = said.textOf(names.words);
  const sure = said.textOf(names.sure);
  const minutes = parseWhole(said.textOf(names.minutes));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await step.send({
      ...{ type: 'handoff.taughtBack', handoffId: handoff.id, topic, sure: sure === 'sure' },
      ...(words.trim() === '' ? {} : { inOwnWords: words }),
      ...(typeof minutes === 'number' ? { minutes } : {}),
    });
    if (!sent.ok) return;
    said.done(...Object.values(names));
    onDone();
    focusOn(topic);
  };
  const whyNot =
    (sure === '' && say('handoff.sureFirst')) || (sure === 'sure' && words.trim() === '' && say('handoff.writeFirst'));
  return (
    <form className="stack-tight" noValidate onSubmit={event => void send(event)}>
      <TextField
        label={say('handoff.inOwnWords', { topic: code('item', topic) })}
        value={words}
        onChange={text => said.write(names.words, text)}
        isLong
        isRequired={false}
        input={{ maxLength: 1000 }}
      />
      {topic === 'powerOut' && (
        <NumberField
          label={say('handoff.saidBackMinutes')}
          unit={say('handoff.minutesUnit')}
          value={said.textOf(names.minutes)}
          onChange={text => said.write(names.minutes, text)}
          isRequired={false}
        />
      )}
      <ChoiceField
        id={`sure-${topic}`}
        label={say('handoff.howSure', { topic: code('item', topic) })}
        options={(['sure', 'unsure'] as const).map(value => ({ value, label: say(`handoff.${value}`) }))}
        value={sure}
        onChange={value => said.write(names.sure, value)}
        isRequired
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy} whyNot={whyNot}>
          {say('handoff.saidBackSend')}
        </Button>
        {words !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}

/** What the sender makes of an answer: right, to be talked over, talked over with a word about it. */
function Checking({ handoff, asked, step, said }: ItemProps) {
  const { say, code } = useSpeech();
  const { topic, check } = asked;
  const name = `heard.${topic}`;
  const heard = said.textOf(name);
  const isToTalk = check === 'toTalk' || (check === null && asked.said === 'unsure');
  const send = async (outcome: string) => {
    const body = { type: 'handoff.talkedOver', handoffId: handoff.id, topic, outcome };
    const sent = await step.send(heard.trim() === '' ? body : { ...body, heard });
    if (!sent.ok) return;
    said.done(name);
    focusOn(topic);
  };
  const offered = isToTalk ? (['talked', 'agreed'] as const) : (['agreed', 'toTalk'] as const);
  return (
    <div className="stack-tight">
      {isToTalk && (
        <TextField
          label={say('handoff.heardLabel', { topic: code('item', topic) })}
          value={heard}
          onChange={text => said.write(name, text)}
          isRequired={false}
          input={{ maxLength: 1000 }}
        />
      )}
      <p className="row">
        {offered
          .filter(outcome => outcome !== check)
          .map(outcome => (
            <Button
              key={outcome}
              isSmall
              isBusy={step.isBusy}
              aria-label={say('handoff.checkName', { check: code('item', outcome), topic: code('item', topic) })}
              onClick={() => void send(outcome)}
            >
              {code('item', outcome)}
            </Button>
          ))}
      </p>
    </div>
  );
}
