import type { CaseView, CheckItem } from '@kaerimichi/contracts';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSend } from '../../api/use-send.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { CheckForm } from './check-form.tsx';
import { isSettled } from './check-groups.ts';
import { useCheckWords } from './use-checklists.ts';

type Props = { readonly view: CaseView; readonly item: CheckItem };

/** One item: what, whose, until when, how far, and what shows it; ticked in one press, everything else in its form. */
export function CheckRow({ view, item, isNamed }: Props & { readonly isNamed: boolean }) {
  const { code } = useSpeech();
  const row = useRef<HTMLLIElement>(null);
  const [isOpen, setOpen] = useState(isNamed && item.maySet);
  const what = useCheckWords()(item);
  useEffect(() => {
    if (isNamed) row.current?.scrollIntoView({ block: 'center' });
  }, [isNamed]);
  return (
    <li ref={row} className={isSettled(item) ? 'check-item check-item-settled' : 'check-item'}>
      <div className="check-item-words">
        <p>
          <span className={`tag check-state-${item.state}`}>{code('state', item.state)}</span> {what}
        </p>
        <CheckFacts view={view} item={item} />
      </div>
      {item.maySet && !isOpen && <Acts view={view} item={item} what={what} onOpen={() => setOpen(true)} />}
      {isOpen && <CheckForm view={view} item={item} onDone={() => setOpen(false)} />}
    </li>
  );
}

function CheckFacts({ view, item }: Props) {
  const { say, code } = useSpeech();
  const today = useToday();
  const names = useNames(view);
  const { owner, dueOn, evidence, reason, condition, templates } = item;
  const sources = templates.map(id => code('templates', id)).join(say('common.listMark'));
  return (
    <>
      {condition && <Condition condition={condition} />}
      <p className="small muted check-item-facts">
        <span>{owner ? say('checks.ownerIs', { who: names[owner] ?? '–' }) : say('checks.noOwner')}</span>
        {dueOn && !isSettled(item) && <DeadlineChip on={dueOn} today={today} />}
        <span>{sources || say('checks.own')}</span>
      </p>
      {evidence && <p className="small">{say('checks.evidenceIs', { text: evidence })}</p>}
      {item.state === 'notApplicable' && reason && <p className="small">{say('checks.reasonIs', { text: reason })}</p>}
    </>
  );
}

function Condition({ condition }: { condition: NonNullable<CheckItem['condition']> }) {
  const { say, pick } = useSpeech();
  return (
    <p className="small">
      <strong>{say('checks.condition')}</strong> {pick(condition.text)}{' '}
      {condition.isMet === true && <span className="muted">{say('checks.conditionMet')}</span>}
      {condition.isMet === false && <Link to={condition.route}>{say('checks.conditionOpen')}</Link>}
    </p>
  );
}

function Acts({ view, item, what, onOpen }: Props & { readonly what: string; readonly onOpen: () => void }) {
  const { say } = useSpeech();
  const sending = useSend();
  const body = { type: 'checklist.itemSet', checkId: item.id, state: 'checkDone' };
  return (
    <div className="check-item-acts">
      {!isSettled(item) && (
        <Button
          isSmall
          isBusy={sending.isBusy}
          aria-label={say('checks.tickName', { what })}
          onClick={() =>
            void sending.send({ caseId: view.id, append: false, version: view.version, body, again: () => body })
          }
        >
          {say('checks.tick')}
        </Button>
      )}
      <Button isSmall kind="quiet" aria-label={say('checks.updateName', { what })} onClick={onOpen}>
        {say('checks.update')}
      </Button>
      <ProblemNote error={sending.error} />
    </div>
  );
}
