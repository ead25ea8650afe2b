import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSource, useTransitions } from '../../api/queries.ts';
import { mayMove, useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { spokenNumber } from '../../parts/case-name.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { NeedTags } from '../../parts/chips.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { ThreeFacts } from '../../parts/three-facts.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { ageWords, longDay, shortDay } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { boardColumns } from '../board/columns.ts';
import { isItem } from '../form/items-of.ts';
import { MoveButton } from '../move/move-button.tsx';
import { nextFix } from '../move/next-fix.ts';
import './case-header.css';
import { HoldList } from './hold-list.tsx';
import { MergedNote } from './merged-note.tsx';
import { needsInterpreter } from './needs-interpreter.ts';
import { SourceChipList } from './source-chip-list.tsx';
import { namesLanguage } from './source-chips.ts';
import { WeightNote } from './weight-note.tsx';
import { isWayKept } from './withheld.ts';

const CopySheet = lazyPart(() => import('./copy-sheet.tsx'), 'CopySheet');

/** From so many pixels on all of the head is in sight; on a telephone what is not the three facts is folded. */
const PHONE = 600;

/** Identification and the three facts: the same at the top of every page of a case. */
export function CaseHeader({ view, onMove }: { view: CaseView; onMove: () => void }) {
  const { say } = useSpeech();
  const isWide = useWide(PHONE);
  const transitions = useTransitions(view.id);
  const fix = nextFix({ next: view.card.next, transitions: transitions.data ?? [], can: view.can });
  return (
    <header className="case-header">
      <div className="case-header-inner">
        <div className="case-top">
          <Link className="small case-back back-link" to="/board">
            <Glyph name="back" /> <span>{say('nav.board')}</span>
          </Link>
          <Identification view={view} isWhole={isWide} />
          {isWide && <HeaderActions view={view} onMove={onMove} />}
        </div>
        {isWide ? (
          <div className="row">
            <StageName view={view} />
            <Needs view={view} />
          </div>
        ) : (
          <>
            <StageName view={view} />
            <Folded view={view} onMove={onMove} />
          </>
        )}
        {view.stage === 'closed' ? (
          <>
            <p className="note-info">
              {say('case.closed')}
              <ClosedOn view={view} />
            </p>
            <MergedNote view={view} />
          </>
        ) : (
          <ThreeFacts card={view.card} fix={fix} isKept={isWayKept(view)} holds={<HoldList view={view} />} />
        )}
      </div>
    </header>
  );
}

/** On a telephone: what of the child and of its case is a press away, so that the three facts stand in the first view. */
function Folded({ view, onMove }: { view: CaseView; onMove: () => void }) {
  const { say } = useSpeech();
  return (
    <details className="case-more">
      <summary>{say('case.more')}</summary>
      <div className="stack-tight">
        <p className="identification-line small">
          <MoreOfChild view={view} />
        </p>
        <div className="row">
          <Needs view={view} />
        </div>
        <HeaderActions view={view} onMove={onMove} />
      </div>
    </details>
  );
}

function Needs({ view }: { view: CaseView }) {
  return (
    <>
      <NeedTags needs={view.card.needs} most={20} />
      <InterpreterTag view={view} />
      <span className="small">
        <WeightNote view={view} isShort />
      </span>
    </>
  );
}

/** Since when there is nothing to write any more, where that is told. */
function ClosedOn({ view }: { view: CaseView }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const closing = view.facts.plan?.closing;
  if (!isItem(closing) || typeof closing.on !== 'string') return null;
  return <span> {say('case.closedOn', { day: shortDay(closing.on, language, today) })}</span>;
}

/** That the family needs an interpreter, where no chip beside the name says so with the language. */
function InterpreterTag({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const { data: source } = useSource(view);
  if (!needsInterpreter(view) || (source && namesLanguage(source))) return null;
  return <span className="tag">{say('case.interpreter')}</span>;
}

/** What one may do from here; what is not one's own is absent. */
function HeaderActions({ view, onMove }: { view: CaseView; onMove: () => void }) {
  const { say } = useSpeech();
  const [isCopying, setCopying] = useState(false);
  const { me, pathway } = useWorkplace();
  const mayWrite = view.can.includes('note.added');
  const isMovable = view.class !== 'numberOnly' && mayMove(me, pathway);
  // Of whom one is told no more than a number there is no paper.
  const mayTake = view.class === 'full' || view.class === 'partner';
  if (!isMovable && !mayWrite && !mayTake) return null;
  return (
    <div className="row case-actions">
      {mayTake && (
        <>
          <Link className="button" to={`/cases/${view.id}/print/summary`}>
            {say('paper.print')}
          </Link>
          <Button onClick={() => setCopying(true)}>{say('chart.title')}</Button>
        </>
      )}
      {mayWrite && (
        <Link className="button" to={`/cases/${view.id}/record/note.added`}>
          {say('note.add')}
        </Link>
      )}
      {isMovable && <MoveButton caseId={view.id} stage={view.stage} onMove={onMove} />}
      {isCopying && <CopySheet view={view} onClose={() => setCopying(false)} />}
    </div>
  );
}

/** Column number in its phase's colour, and the name of the stage: colour never says it alone. */
function StageName({ view }: { view: CaseView }) {
  const speech = useSpeech();
  const { pathway } = useWorkplace();
  const stage = pathway.stages.find(({ id }) => id === view.stage);
  const column = boardColumns(pathway, speech).find(({ id }) => id === view.column);
  return (
    <span className={column ? `stage-name phase-${column.phase}` : 'stage-name'}>
      {column && <span className="column-number">{column.number}</span>}
      {stage ? speech.pick(stage.label) : view.stage}
    </span>
  );
}

const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');

/** A name that is told beside the card's; an empty one is none. */
const nameOf = (name: string): { name?: string } => (name === '' ? {} : { name });

/** `石井 そら さん(いしい そら)・1歳2か月(修正11か月)・女・K-0142`; the number alone where the name is not shared. */
function Identification({ view, isWhole }: { view: CaseView; isWhole: boolean }) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  const { child } = view.people;
  const { card } = view;
  const called = childCalled({ ...card, ...nameOf(join(child?.familyName, child?.givenName)) }, speech);
  const kana = join(child?.familyKana, child?.givenKana);
  const age = childAge(card, speech, useToday());
  const corrected =
    card.corrAge === undefined ? '' : say('case.correctedAge', { age: ageWords(card.corrAge, language) });
  return (
    <div className="identification">
      <h1>
        {called ?? say('case.nameless', { no: view.no })}
        {kana && <span className="kana">{say('case.kana', { kana })}</span>}
      </h1>
      <p className="identification-line small">
        {called && (
          <span>
            <span className="hidden-visually">{say('case.numberSpoken', { no: spokenNumber(view.no) })}</span>
            <span aria-hidden="true">{view.no}</span>
          </span>
        )}
        {age && <span>{`${age}${corrected}`}</span>}
        {child && child.sex !== 'unknown' && <span>{code('sex', child.sex)}</span>}
        {isWhole && <MoreOfChild view={view} />}
      </p>
      <SourceChipList view={view} />
    </div>
  );
}

function MoreOfChild({ view }: { view: CaseView }) {
  const { say, language } = useSpeech();
  const { child, orgs } = view.people;
  return (
    <>
      {child?.bornOn && <span>{say('case.born', { day: longDay(child.bornOn, language) })}</span>}
      {child?.hospitalNumber && <span>{say('case.hospitalNumber', { number: child.hospitalNumber })}</span>}
      <span className="muted">{orgs[view.card.lead] ?? ''}</span>
    </>
  );
}
