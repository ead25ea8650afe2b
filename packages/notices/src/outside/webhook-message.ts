import { type NoticeKind, noticeKinds } from '@kaerimichi/discharge';

/** Kinds of which an organisation's webhook may be told: what is somebody's own is told to that person alone. */
export const webhookKinds = noticeKinds.filter(kind => kind !== 'mention');

/** What a webhook is told: that something of a kind waits or changed in a case, and where to look; nothing of its content. */
export type WebhookMessage = {
  /** `case.` and the kind of notice; `test` of a trial. */
  readonly type: string;
  /** When it came up. */
  readonly timestamp: string;
  readonly data: {
    /** Id of the organisation that is told. */
    readonly organisation: string;
    readonly case: { readonly no: string; readonly url: string } | null;
  };
};

type Told = {
  readonly kind: NoticeKind | 'test';
  readonly at: string;
  readonly org: string;
  /** Number and id; null: a trial. */
  readonly about: { readonly no: string; readonly caseId: string } | null;
};

/** The body of a message, the same in each try; `place` is where the program is reached, without a slash at its end. */
export function composeWebhook({ kind, at, org, about }: Told, place: string): string {
  const message: WebhookMessage = {
    type: kind === 'test' ? kind : `case.${kind}`,
    timestamp: at,
    data: {
      organisation: org,
      case: about && { no: about.no, url: `${place}/cases/${about.caseId}` },
    },
  };
  return JSON.stringify(message);
}
