import type { ImportReport } from '@kaerimichi/contracts';
import { useEffect, useRef, useState } from 'react';
import { ShowMore } from '../../parts/show-more.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { foundWords } from './found-words.ts';
import { placeWords } from './place-words.ts';

const figureNames = ['resources', 'patients', 'new', 'updated', 'unchanged', 'leftOutCount'] as const;

/** What became what, and what was left out and why. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { say, code } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { resources, patients, updated, unchanged, leftOutCount } = report;
  const figures = { resources, patients, new: report.drafts - updated - unchanged, updated, unchanged, leftOutCount };
  return (
    <section className="panel stack" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1} ref={title}>
        {say(report.dryRun ? 'import.tried' : 'import.done')}
      </h2>
      {patients === 0 ? (
        <Nobody report={report} />
      ) : (
        <p className={report.dryRun ? 'note-info' : 'note-done'}>
          {say(report.dryRun ? 'import.triedText' : 'import.doneText')}
        </p>
      )}
      <dl className="figures">
        {figureNames.map(name => (
          <div key={name}>
            <dt>{say(`import.${name}`)}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <section className="stack-tight">
        <h3>{say('import.became')}</h3>
        {report.became.length === 0 && <p className="muted">{say('common.none')}</p>}
        <ul className="bullets">
          {report.became.map(({ resourceType, as, n }) => (
            <li key={`${resourceType} ${as}`}>
              {say('import.becameLine', { from: code('resource', resourceType), as: code('importAs', as), n })}
            </li>
          ))}
        </ul>
      </section>
      <LeftOut leftOut={report.leftOut} count={leftOutCount} />
    </section>
  );
}

/** A file without a patient: no draft comes of it, and what it holds instead. */
function Nobody({ report }: { report: ImportReport }) {
  const speech = useSpeech();
  const found = foundWords(report, speech);
  return (
    <div className="note-soon stack-tight">
      <p>{speech.say('import.nobody')}</p>
      <p>{found ? speech.say('import.found', { found }) : speech.say('import.foundNothing')}</p>
    </div>
  );
}

const FIRST = 50;

function LeftOut({ leftOut, count }: { leftOut: ImportReport['leftOut']; count: number }) {
  const speech = useSpeech();
  const { say, pick, code } = speech;
  const [most, setMost] = useState(FIRST);
  return (
    <section className="stack-tight">
      <h3>{say('import.leftOut', { n: count })}</h3>
      {leftOut.length < count && <p className="muted">{say('import.leftOutFirst', { n: leftOut.length })}</p>}
      {leftOut.length === 0 && <p className="muted">{say('import.nothingLeftOut')}</p>}
      {leftOut.length > 0 && (
        <div className="table-frame">
          <table className="table draft-table">
            <caption className="hidden-visually">{say('import.leftOut', { n: count })}</caption>
            <thead>
              <tr>
                <th scope="col">{say('import.where')}</th>
                <th scope="col">{say('import.what')}</th>
                <th scope="col">{say('import.why')}</th>
              </tr>
            </thead>
            <tbody>
              {leftOut.slice(0, most).map(({ path, resourceType, why, text }) => (
                <tr key={`${path} ${why}`}>
                  <td data-label={say('import.where')}>
                    <span className="place">{placeWords(path, speech)}</span>
                  </td>
                  <td data-label={say('import.what')}>{resourceType ? code('resource', resourceType) : ''}</td>
                  <td data-label={say('import.why')}>{pick(text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leftOut.length > most && <ShowMore onPress={() => setMost(most + 200)} />}
    </section>
  );
}
