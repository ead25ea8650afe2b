import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useHistory, useTransitions } from '../../api/queries.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { type ChartPart, chartHead, chartPart, chartParts } from './chart-parts.ts';
import { type ChartText, chartText } from './chart-text.ts';
import './copy-sheet.css';
import { useNames } from './use-names.ts';
import { useToldTurn } from './use-told-turn.ts';

type Props = { readonly view: CaseView; readonly onClose: () => void };

/** カルテ用にコピー: what one sees of a case as plain text, noted as an export before it is handed out. */
export function CopySheet({ view, onClose }: Props) {
  const { say, code } = useSpeech();
  const [parts, setParts] = useState<readonly string[]>(['summary', 'conditions']);
  const chosen = chartParts.filter(part => parts.includes(part));
  const copying = useCopying(view, chosen);
  return (
    <Sheet title={say('chart.title')} onClose={onClose} size="wide">
      <div className="stack">
        <p>{say('chart.intro')}</p>
        <CheckGroup
          id="chart-parts"
          label={say('chart.parts')}
          options={chartParts.map(part => ({ value: part, label: code('chartPart', part) }))}
          values={[...parts]}
          onChange={next => {
            copying.forget();
            setParts(next);
          }}
        />
        <p className="row">
          <Button
            kind="primary"
            isBusy={copying.isBusy}
            whyNot={
              chosen.length === 0 ? say('chart.chooseFirst') : copying.isReady ? undefined : say('common.loading')
            }
            onClick={() => void copying.copy()}
          >
            {say('chart.copy')}
          </Button>
          <span role="status">{copying.said && say(copying.said)}</span>
        </p>
        <p className="small muted">{say('export.logged')}</p>
        <ProblemNote error={copying.error} />
        {copying.made && <Made made={copying.made} />}
      </div>
    </Sheet>
  );
}

/** The text itself: to look at before it is pasted, and to take by hand where the clipboard is closed. */
function Made({ made: { text, lost } }: { readonly made: ChartText }) {
  const { say } = useSpeech();
  return (
    <div className="stack-tight">
      {lost > 0 && <p className="note-soon">{say('chart.lost', { n: lost })}</p>}
      <label htmlFor="chart-text">{say('chart.text')}</label>
      <textarea
        id="chart-text"
        className="input chart-text"
        readOnly
        rows={12}
        value={text}
        onFocus={event => event.currentTarget.select()}
      />
    </div>
  );
}

/** What was typed into the clipboard, or is to be taken from the field. */
type Said = 'chart.copied' | 'chart.notCopied';

function useCopying(view: CaseView, parts: readonly ChartPart[]) {
  const api = useApi();
  const write = useChartText(view);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<ChartText | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  function forget() {
    setMade(null);
    setSaid(null);
    setError(null);
  }
  async function copy() {
    if (!write) return;
    forget();
    setBusy(true);
    try {
      // Nothing leaves that is not noted: without a connection there is no text.
      await api.call(routes.noteExport, { params: { id: view.id }, body: { what: 'chartText', parts: [...parts] } });
      const text = write(parts);
      setMade(text);
      setSaid(await toClipboard(text.text));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, error, made, said, copy, forget, isReady: write !== null };
}

/** Some browsers, and pages that are not served safely, have no clipboard to write to. */
async function toClipboard(text: string): Promise<Said> {
  try {
    await navigator.clipboard.writeText(text);
    return 'chart.copied';
  } catch {
    return 'chart.notCopied';
  }
}

/** Makes the text of some parts; null until all that it is made from is here. */
function useChartText(view: CaseView): ((parts: readonly ChartPart[]) => ChartText) | null {
  const speech = useSpeech();
  const { pathway, live } = useWorkplace();
  const today = useToday();
  const turnOf = useToldTurn(view);
  const names = useNames(view, { withDirectory: true });
  const transitions = useTransitions(view.id).data;
  const history = useHistory(view.id).data;
  if (!transitions || !history) return null;
  const known = { view, transitions, history, pathway, names, today, turnOf };
  const timeNow = () => dayAndTime(new Date(live.now()).toISOString(), speech.language, today);
  return parts =>
    chartText(
      `${chartHead(known, speech)}\n${speech.say('chart.asOf', { time: timeNow() })}`,
      parts.map(part => chartPart(part, known, speech)),
    );
}
