import { Link } from 'react-router';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** What a test of the program asks with every version, and fails by; the words of each stand under its name. */
const tests = [
  ...(['axe', 'contrast', 'keyboard', 'focus', 'targets'] as const),
  ...(['reflow', 'text', 'spacing', 'colours', 'slow', 'pdf'] as const),
] as const;
/** What is known not to be as it should, or not to have been tried by people. */
const gaps = ['readers', 'switches', 'plain', 'preview', 'drawing', 'share'] as const;

/** アクセシビリティ: by which standard, what was tested and how, what is not there, and whom to tell. */
export function AccessibilityPage() {
  const { say } = useSpeech();
  usePageTitle(say('a11y.title'));
  return (
    <main className="page narrow stack">
      <h1>{say('a11y.title')}</h1>
      <section className="panel stack-tight">
        <h2>{say('a11y.standard')}</h2>
        <p className="prose">{say('a11y.standardText')}</p>
      </section>
      <section className="stack-tight">
        <h2 id="a11y-tests">{say('a11y.tests')}</h2>
        <div className="table-frame">
          <table className="table" aria-labelledby="a11y-tests">
            <thead>
              <tr>
                {(['a11y.what', 'a11y.how'] as const).map(head => (
                  <th key={head} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tests.map(test => (
                <tr key={test}>
                  <th scope="row">{say(`a11y.${test}`)}</th>
                  <td>{say(`a11y.${test}How`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="panel stack-tight">
        <h2>{say('a11y.gaps')}</h2>
        <ul className="bullets prose">
          {gaps.map(gap => (
            <li key={gap}>{say(`a11y.gap.${gap}`)}</li>
          ))}
        </ul>
      </section>
      <section className="panel stack-tight">
        <h2>{say('a11y.contact')}</h2>
        <p className="prose">{say('a11y.contactText')}</p>
      </section>
      <p className="row">
        <Link className="button" to="/">
          {say('a11y.back')}
        </Link>
        <LanguageSwitch />
      </p>
    </main>
  );
}
