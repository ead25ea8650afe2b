import type { CaseView } from '@kaerimichi/contracts';
import { handoffSectionIds, handoffSections, type VisitSide } from '@kaerimichi/discharge';
import { useState } from 'react';
import { maySend, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useSubmit } from './use-submit.ts';
import type { VisitFact, VisitRecord } from './visit-facts.ts';
import { VisitRecords } from './visit-records.tsx';

type Props = {
  readonly view: CaseView;
  readonly visit: VisitFact;
  readonly records: readonly VisitRecord[];
  readonly side: VisitSide;
};

/** What follows from the records: which of two holds, both signatures, what is resolved, what the handoff lacked. */
export function VisitActions(props: Props) {
  return (
    <>
      <ChooseVersion {...props} />
      <Signing {...props} />
      <Differences {...props} />
      <Missing {...props} />
    </>
  );
}

/** Two records of one's own side that saw nothing of each other: both are shown, and a person says which holds. */
function ChooseVersion({ view, visit, records, side }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { submit, isBusy, error } = useSubmit();
  const versions = (visit.versions ?? []).filter(one => one.side === side).map(({ seq }) => seq);
  const both = records.filter(({ seq }) => versions.includes(seq));
  if (both.length < 2) return null;
  const choose = (keep: number) =>
    void submit({
      ...{ view, visitId: visit.id, append: false },
      body: { type: 'visit.versionChosen', visitId: visit.id, side, keep },
    });
  return (
    <section className="panel stack" aria-labelledby="visit-twice">
      <h2 id="visit-twice">{say('visit.twiceTitle')}</h2>
      <p>{say('visit.twiceIntro')}</p>
      <VisitRecords records={both} differing={[]} />
      <ProblemNote error={error} />
      {maySend(me, 'visit.versionChosen') && (
        <p className="row">
          {both.map((record, at) => (
            <Button key={record.seq} isBusy={isBusy} onClick={() => choose(record.seq)}>
              {say('visit.useThis', { n: at + 1, name: record.by.name ?? '' })}
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}

function Signing({ view, visit, side }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { submit, isBusy, error } = useSubmit();
  if (visit.recordedBy.length === 0) return null;
  const isTwice = (visit.versions ?? []).filter(one => one.side === side).length > 1;
  const isMine = visit.recordedBy.includes(side) && !visit.signedBy.includes(side) && maySend(me, 'visit.signed');
  const expected = visit.accompanied || visit.kind === 'first' ? (['hospital', 'station'] as const) : [side];
  return (
    <section className="panel stack" aria-labelledby="visit-signing">
      <h2 id="visit-signing">{say('visit.signing')}</h2>
      <ul>
        {expected.map(one => (
          <li key={one}>
            {say(`visit.${one}`)}: {say(signingWord(visit, one))}
          </li>
        ))}
      </ul>
      <ProblemNote error={error} />
      {isMine && (
        <p>
          <Button
            kind="primary"
            isBusy={isBusy}
            whyNot={isTwice ? say('visit.chooseFirst') : ''}
            onClick={() =>
              void submit({
                ...{ view, visitId: visit.id, append: false },
                body: { type: 'visit.signed', visitId: visit.id, side },
              })
            }
          >
            {say('visit.sign')}
          </Button>
        </p>
      )}
    </section>
  );
}

function signingWord({ signedBy, recordedBy }: VisitFact, side: VisitSide) {
  if (signedBy.includes(side)) return 'visit.isSigned' as const;
  return recordedBy.includes(side) ? ('visit.toSign' as const) : ('visit.toRecord' as const);
}

/** What is otherwise than at discharge stays here until somebody says what became of it. */
function Differences({ view, visit }: Props) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const { submit, isBusy, error } = useSubmit();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const open = visit.differing ?? [];
  if (visit.openDifferences === 0) return null;
  const areas = open.filter(area => chosen.includes(area));
  const resolve = async () => {
    const body = {
      ...{ type: 'difference.resolved', visitId: visit.id, resolved: areas.length, resolvedAreas: areas },
      ...(note.trim() === '' ? {} : { note }),
    };
    if (!(await submit({ view, visitId: visit.id, append: false, body }))) return;
    setChosen([]);
    setNote('');
  };
  return (
    <section className="panel stack" aria-labelledby="visit-differences">
      <h2 id="visit-differences">{say('visits.differences', { n: visit.openDifferences })}</h2>
      {maySend(me, 'difference.resolved') && open.length > 0 ? (
        <>
          <CheckGroup
            id="visit-resolved"
            label={say('visit.resolvedWhich')}
            options={open.map(area => ({ value: area, label: code('areas', area) }))}
            values={chosen}
            onChange={setChosen}
          />
          <TextField id="visit-resolved-note" label={say('visit.resolvedHow')} value={note} onChange={setNote} isLong />
          <ProblemNote error={error} />
          <p>
            <Button
              isBusy={isBusy}
              whyNot={areas.length === 0 ? say('visit.chooseOne') : ''}
              onClick={() => void resolve()}
            >
              {say('visit.resolve')}
            </Button>
          </p>
        </>
      ) : (
        <ul>
          {open.map(area => (
            <li key={area}>{code('areas', area)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the receiver found missing, and the answer of whoever sent the handoff. */
function Missing({ view, visit, side }: Props) {
  const { say, pick } = useSpeech();
  const { me } = useWorkplace();
  const { submit, isBusy, error } = useSubmit();
  const [answer, setAnswer] = useState('');
  const missing = handoffSectionIds.filter(id => visit.missing?.some(({ section }) => section === id));
  if (missing.length === 0) return null;
  const isMine = side === 'hospital' && maySend(me, 'visit.missingAnswered');
  const send = async () => {
    const body = { type: 'visit.missingAnswered', visitId: visit.id, answered: missing, answer };
    if (await submit({ view, visitId: visit.id, append: false, body })) setAnswer('');
  };
  return (
    <section className="panel stack" aria-labelledby="visit-lacked">
      <h2 id="visit-lacked">{say('visit.lacked')}</h2>
      <ul>
        {missing.map(id => (
          <li key={id}>{pick(handoffSections[id].words)}</li>
        ))}
      </ul>
      {isMine ? (
        <>
          <TextField
            id="visit-answer"
            label={say('visit.answer')}
            value={answer}
            onChange={setAnswer}
            isLong
            isRequired
          />
          <ProblemNote error={error} />
          <p>
            <Button
              isBusy={isBusy}
              whyNot={answer.trim() === '' ? say('visit.sayAnswer') : ''}
              onClick={() => void send()}
            >
              {say('visit.sendAnswer')}
            </Button>
          </p>
        </>
      ) : (
        <p className="muted">{say('visit.waitsForAnswer')}</p>
      )}
    </section>
  );
}
