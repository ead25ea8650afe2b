import { type NoticeKind, noticeKinds } from '@kaerimichi/discharge';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { useSettings } from './use-settings.ts';

/** Which kinds of notices somebody wants to be told of; all where nothing was chosen. */
export function NoticeSettings({ settings, keep }: ReturnType<typeof useSettings>) {
  const { say, code } = useSpeech();
  const muted: readonly NoticeKind[] = (keep.isPending && keep.variables.muted) || (settings.muted ?? []);
  return (
    <CheckGroup
      id="notices"
      label={say('settings.notices')}
      hint={say('settings.noticesHint')}
      options={noticeKinds.map(kind => ({ value: kind, label: code('noticeKind', kind) }))}
      values={noticeKinds.filter(kind => !muted.includes(kind))}
      onChange={wanted => keep.mutate({ muted: noticeKinds.filter(kind => !wanted.includes(kind)) })}
    />
  );
}
