import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly panel: AdultPanel };
type Row = AdultPanel['readiness'][number];

const voices = ['young', 'family', 'team'] as const;
const marks = { can: '◎', aLittle: '○', notYet: '△' } as const;

/** The same twenty things asked of the young person, the family and those who support it; far apart is said in words. */
export function ReadinessTable({ view, panel: { readiness, said } }: Props) {
  const { say, code } = useSpeech();
  const gaps = readiness.filter(({ gap }) => gap).length;
  return (
    <section className="panel stack-tight" aria-labelledby="adult-readiness">
      <h3 id="adult-readiness">{say('adultCare.readiness')}</h3>
      <p>{say(gaps > 0 ? 'adultCare.gaps' : 'adultCare.noGaps', { n: gaps })}</p>
      <p className="row">
        {voices.map(voice => (
          <FormLink key={voice} view={view} can={view.can} event="readiness.answered" fill={{ by: voice }}>
            {say('adultCare.answerFor', { who: code('by', voice) })}
          </FormLink>
        ))}
      </p>
      <p className="small muted">{say('adultCare.ownHint')}</p>
      <div className="table-frame">
        <table className="table aftercare-table readiness-table">
          <caption className="hidden-visually">{say('adultCare.readiness')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('adultCare.item')}</th>
              {voices.map(voice => (
                <th scope="col" key={voice}>
                  {code('by', voice)}
                </th>
              ))}
              <th scope="col">{say('adultCare.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {readiness.map(row => (
              <tr key={row.item}>
                <th scope="row">{code('readinessItem', row.item)}</th>
                {voices.map(voice => (
                  <td key={voice} data-label={code('by', voice)}>
                    <Answer level={row.answers[voice]} />
                  </td>
                ))}
                <td data-label={say('adultCare.gap')}>
                  <Gap of={row.gap} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Said said={said} />
    </section>
  );
}

function Answer({ level }: { level: Row['answers']['young'] }) {
  const { code } = useSpeech();
  if (level === null) return '–';
  return (
    <>
      <span aria-hidden="true">{marks[level]}</span> {code('readinessLevel', level)}
    </>
  );
}

/** Not a sum: who sees more of what the young person can, and who less. */
function Gap({ of }: { of: Row['gap'] }) {
  const { say, code } = useSpeech();
  if (!of) return null;
  const named = (who: readonly string[]) => who.map(one => code('by', one)).join(say('common.listMark'));
  return (
    <>
      <span className="tag tag-alert">{say('adultCare.apart')}</span>{' '}
      <span className="small">{say('adultCare.apartWho', { most: named(of.most), least: named(of.least) })}</span>
    </>
  );
}

function Said({ said }: Pick<AdultPanel, 'said'>) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (said.length === 0) return null;
  return (
    <>
      <h4>{say('adultCare.said')}</h4>
      <ul className="aftercare-list">
        {said.map(({ voice, on, by, note }) => (
          <li key={`${voice} ${on} ${note}`}>
            <b>{code('by', voice)}</b>{' '}
            <span className="small muted">
              {shortDay(on, language, today)}{' '}
              {say('adultCare.writtenBy', { role: code('role', by.role), name: by.name ?? '' })}
            </span>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
