import type { ImportReport } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../app/services.tsx';
import { upload } from './upload.ts';

export type ImportState =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly share: number; readonly isDryRun: boolean }
  | { readonly is: 'done'; readonly report: ImportReport }
  | { readonly is: 'failed'; readonly error: unknown };

/** Tries a file out, or imports it. The same file keeps its key, so that a repeated import counts once. */
export function useImport() {
  const api = useApi();
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ is: 'idle' });
  const keys = useRef(new Map<string, string>());
  const running = useRef<AbortController | null>(null);

  const start = async (file: File, isDryRun: boolean) => {
    const name = `${isDryRun} ${file.name} ${file.size} ${file.lastModified}`;
    const key = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, key);
    const abort = new AbortController();
    running.current = abort;
    setState({ is: 'sending', share: 0, isDryRun });
    const onProgress = (share: number) => setState({ is: 'sending', share, isDryRun });
    try {
      const report = await upload({ file, isDryRun, key, headers: api.headers(), onProgress, signal: abort.signal });
      setState({ is: 'done', report });
      if (!isDryRun) await client.invalidateQueries({ queryKey: ['drafts'] });
    } catch (error) {
      setState(abort.signal.aborted ? { is: 'idle' } : { is: 'failed', error });
    }
  };
  return { state, start, stop: () => running.current?.abort(), reset: () => setState({ is: 'idle' }) };
}
