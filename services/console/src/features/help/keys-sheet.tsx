import { Link } from 'react-router';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeysTable } from './keys-table.tsx';

export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <Sheet title={say('nav.keys')} onClose={onClose}>
      <KeysTable />
      <p>
        <Link to="/settings" onClick={onClose}>
          {say('help.switchKeys')}
        </Link>
      </p>
    </Sheet>
  );
}
