import { problemOf } from '../../api/problem-error.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** Every fault that was found, also of what is folded away. */
export function RulesFaults({ error, unread }: { readonly error: unknown; readonly unread: readonly string[] }) {
  const { say } = useSpeech();
  const issues = problemOf(error)?.issues ?? [];
  return (
    <>
      <ProblemNote error={error} />
      {unread.length > 0 && (
        <p className="problem-note" role="alert">
          {say('rules.unread', { n: unread.length })}
        </p>
      )}
      {issues.length > 0 && (
        <ul className="content-list">
          {issues.map(({ path, message }) => (
            <li key={path}>
              <PathWords path={path} /> {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where a fault stands: the part in words, and the path as the file has it. */
function PathWords({ path }: { readonly path: string }) {
  const { code } = useSpeech();
  const [, part = ''] = path.split('.');
  return (
    <strong>
      {code('rulesPart', part)} <code>{path}</code>
    </strong>
  );
}
