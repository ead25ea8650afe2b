import type { NoticeGroup as Group, Inbox } from '@kaerimichi/contracts';
import { noticeKinds } from '@kaerimichi/discharge';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useMute } from './use-mark-read.ts';

type Props = {
  readonly group: Group;
  readonly muted: Inbox['muted'];
  readonly onRead: () => void;
  readonly children: ReactNode;
};

/** What there is of one case; opening the case reads it. */
export function NoticeGroup({ group, muted, onRead, children }: Props) {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight" data-notice={group.caseId} aria-labelledby={`notice-${group.caseId}`}>
      <div className="row spread">
        <h2 id={`notice-${group.caseId}`}>
          <CaseLink group={group} />
        </h2>
        <Button isSmall kind="quiet" aria-label={say('inbox.readOf', { no: group.no })} onClick={onRead}>
          {say('inbox.read')}
        </Button>
      </div>
      <ul className="notice-items">{children}</ul>
      <MuteKinds group={group} kinds={muted.find(({ caseId }) => caseId === group.caseId)?.kinds ?? []} />
    </section>
  );
}

function CaseLink({ group }: { readonly group: Group }) {
  const called = childCalled(group, useSpeech());
  return (
    <Link className="notice-child" to={`/cases/${group.caseId}`}>
      <span className="case-no">{group.no}</span> {called && <strong>{called}</strong>}
    </Link>
  );
}

type Kinds = { readonly group: Group; readonly kinds: Inbox['muted'][number]['kinds'] };

/** Which kinds one is told of this case. */
function MuteKinds({ group: { caseId, no }, kinds }: Kinds) {
  const { say, code } = useSpeech();
  const mute = useMute();
  const shown = mute.isPending ? mute.variables.kinds : kinds;
  return (
    <details className="notice-kinds">
      <summary className="small">{say('inbox.kindsOf', { no })}</summary>
      <CheckGroup
        id={`kinds-${caseId}`}
        label={say('inbox.kinds')}
        options={noticeKinds.map(kind => ({ value: kind, label: code('noticeKind', kind) }))}
        values={noticeKinds.filter(kind => !shown.includes(kind))}
        onChange={wanted => mute.mutate({ caseId, kinds: noticeKinds.filter(kind => !wanted.includes(kind)) })}
      />
      <ProblemNote error={mute.error} />
    </details>
  );
}

/** Cases of which some kinds are not told: where one is told of them again. */
export function MutedCases({ muted }: Pick<Inbox, 'muted'>) {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight" aria-labelledby="notices-muted">
      <h2 id="notices-muted">{say('inbox.muted')}</h2>
      <ul>
        {muted.map(({ kinds, ...group }) => (
          <li key={group.caseId}>
            <CaseLink group={group} />
            <MuteKinds group={group} kinds={kinds} />
          </li>
        ))}
      </ul>
    </section>
  );
}
