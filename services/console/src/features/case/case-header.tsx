import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { spokenNumber } from '../../parts/case-name.tsx';
import { NeedTags } from '../../parts/chips.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { ThreeFacts } from '../../parts/three-facts.tsx';
import { ageWords, longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Identification and the three facts: the same at the top of every page of a case. */
export function CaseHeader({ view, onMove }: { view: CaseView; onMove: () => void }) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const stage = pathway.stages.find(({ id }) => id === view.stage);
  const isClosed = view.stage === 'closed';
  return (
    <header className="case-header">
      <div className="case-header-inner">
        <p className="small">
          <Link to="/board">
            <Glyph name="back" /> {say('nav.board')}
          </Link>
        </p>
        <Identification view={view} />
        <p className="row">
          <span className="stage-name">{stage ? pick(stage.label) : view.stage}</span>
          <NeedTags needs={view.card.needs} most={20} />
        </p>
        <ThreeFacts card={view.card} />
        {isClosed && <p className="note-info">{say('case.closed')}</p>}
        <p className="row">
          <Button kind="primary" onClick={onMove}>
            {say(isClosed ? 'move.reopen' : 'move.action')}
          </Button>
          {view.can.includes('note.added') && (
            <Link className="button" to={`/cases/${view.id}/record/note.added`}>
              {say('note.add')}
            </Link>
          )}
        </p>
      </div>
    </header>
  );
}

const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');

/** `石井 そら さん(いしい そら)・1歳2か月(修正11か月)・女・K-0142`; the number alone where the name is not shared. */
function Identification({ view }: { view: CaseView }) {
  const { say, code, language } = useSpeech();
  const { child } = view.people;
  const { card } = view;
  const name = join(child?.familyName, child?.givenName) || card.name || card.initial;
  const kana = join(child?.familyKana, child?.givenKana);
  const age = card.age === undefined ? '' : ageWords(card.age, language);
  const corrected =
    card.corrAge === undefined ? '' : say('case.correctedAge', { age: ageWords(card.corrAge, language) });
  return (
    <div className="identification">
      <h1>
        {name ? say('case.called', { name }) : say('case.nameless', { no: view.no })}
        {kana && <span className="kana">{say('case.kana', { kana })}</span>}
      </h1>
      <p className="row small">
        <span>
          <span className="hidden-visually">{say('case.numberSpoken', { no: spokenNumber(view.no) })}</span>
          <span aria-hidden="true">{view.no}</span>
        </span>
        {age && <span>{`${age}${corrected}`}</span>}
        {child && child.sex !== 'unknown' && <span>{code('sex', child.sex)}</span>}
        {child?.bornOn && <span>{say('case.born', { day: longDay(child.bornOn, language) })}</span>}
        {child?.hospitalNumber && <span>{say('case.hospitalNumber', { number: child.hospitalNumber })}</span>}
        <span className="muted">{view.people.orgs[card.lead] ?? ''}</span>
      </p>
    </div>
  );
}
