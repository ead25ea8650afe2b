import { type Card, listColumns } from '@kaerimichi/contracts';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { BoardView } from './use-board-view.ts';

type Props = { readonly cards: readonly Card[]; readonly view: BoardView };

/** Which columns the list has, and taking it along: on paper, or as a file. */
export function ListTools({ cards, view }: Props) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState<'columns' | 'csv' | null>(null);
  const close = () => setOpened(null);
  return (
    <div className="row list-tools">
      <Button aria-haspopup="dialog" onClick={() => setOpened('columns')}>
        {say('list.columns')}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpened('csv')}>
        {say('list.csv')}
      </Button>
      <Button onClick={() => window.print()}>{say('list.print')}</Button>
      {opened === 'columns' && <ColumnsSheet view={view} onClose={close} />}
      {opened === 'csv' && <CsvSheet cards={cards} view={view} onClose={close} />}
    </div>
  );
}

/** Kept with the view, as the address is. */
function ColumnsSheet({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const { say, code } = useSpeech();
  return (
    <Sheet title={say('list.columns')} onClose={onClose}>
      <CheckGroup
        label={say('list.columnsShown')}
        hint={say('list.columnsHint')}
        options={listColumns.map(value => ({ value, label: code('sort', value) }))}
        values={view.columns}
        onChange={chosen => view.setColumns(listColumns.filter(column => chosen.includes(column)))}
      />
    </Sheet>
  );
}

/** Asked once more: names of children leave the program with the file. */
function CsvSheet({ cards, view, onClose }: Props & { readonly onClose: () => void }) {
  const { say, language } = useSpeech();
  const { announce } = useWorkplace();
  const api = useApi();
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setFault(null);
    try {
      const body = { cases: cards.map(({ id }) => id), columns: [...view.columns], language };
      const { fileName, text, rows } = await api.call(routes.boardCsv, { body });
      saveFile(fileName, text);
      announce(say('list.csvSaved', { n: rows }));
      onClose();
    } catch (refused) {
      setFault(refused);
      setBusy(false);
    }
  };
  return (
    <Sheet title={say('list.csv')} onClose={onClose}>
      <div className="stack">
        <p>{say('list.csvAsk', { n: cards.length })}</p>
        <p className="muted">{say('list.csvNote')}</p>
        <ProblemNote error={fault} />
        <p>
          <Button kind="primary" isBusy={isBusy} onClick={() => void save()}>
            {say('list.csvSave')}
          </Button>
        </p>
      </div>
    </Sheet>
  );
}
