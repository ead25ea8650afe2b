import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { type UploadTarget, upload } from './upload.ts';

export type Written = { readonly done: number; readonly total: number };
export type ImportState<Report> =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly share: number; readonly isDryRun: boolean; readonly written: Written | null }
  | { readonly is: 'stopped'; readonly written: Written | null }
  | { readonly is: 'done'; readonly report: Report }
  | { readonly is: 'failed'; readonly error: unknown };

/** How often a long import is asked how far it is. */
const ASK_MS = 700;
/** Within this a batch that was under way when somebody pressed 中止 is written or not. */
const SETTLED_MS = 600;

/** Tries a file out, or imports it, and tells how far it is. A stop leaves whole batches, and says which. */
export function useImport<Report>(targetOf: (file: File) => UploadTarget, changed: readonly string[]) {
  const api = useApi();
  const client = useQueryClient();
  const [state, setState] = useState<ImportState<Report>>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);

  const writtenOf = async (key: string): Promise<Written | null> => {
    const progress = await api.call(routes.importProgress, { params: { key } }).catch(() => null);
    return progress && progress.phase !== 'reading' ? { done: progress.done, total: progress.total } : null;
  };

  const start = async (file: File, isDryRun: boolean) => {
    const key = crypto.randomUUID();
    const abort = new AbortController();
    running.current = abort;
    let sending = { is: 'sending' as const, share: 0, isDryRun, written: null as Written | null };
    const show = (change: Partial<typeof sending>) => {
      sending = { ...sending, ...change };
      if (!abort.signal.aborted) setState(sending);
    };
    show({});
    const asking = setInterval(() => {
      if (sending.share >= 1 && !isDryRun) void writtenOf(key).then(written => written && show({ written }));
    }, ASK_MS);
    try {
      const onProgress = (share: number) => show({ share });
      const sent = { to: targetOf(file), isDryRun, key, headers: api.headers(), onProgress, signal: abort.signal };
      const report = await upload<Report>(sent);
      setState({ is: 'done', report });
    } catch (error) {
      if (!abort.signal.aborted) setState({ is: 'failed', error });
      else {
        await new Promise(resolve => setTimeout(resolve, SETTLED_MS));
        setState({ is: 'stopped', written: isDryRun ? null : await writtenOf(key) });
      }
    } finally {
      clearInterval(asking);
      if (!isDryRun) await Promise.all(changed.map(kind => client.invalidateQueries({ queryKey: [kind] })));
    }
  };
  return { state, start, stop: () => running.current?.abort(), reset: () => setState({ is: 'idle' }) };
}
