import type { NoticeKind } from '@kaerimichi/discharge';
import { actionItem } from './kinds/action-item.ts';
import { checklist } from './kinds/checklist.ts';
import { consents } from './kinds/consents.ts';
import { deadline } from './kinds/deadline.ts';
import { document } from './kinds/document.ts';
import { enquiry } from './kinds/enquiry.ts';
import { entries } from './kinds/entries.ts';
import { exception } from './kinds/exception.ts';
import { handoff } from './kinds/handoff.ts';
import { handoffs } from './kinds/handoffs.ts';
import { hold } from './kinds/hold.ts';
import { holds } from './kinds/holds.ts';
import { mention } from './kinds/mention.ts';
import { move } from './kinds/move.ts';
import { notes } from './kinds/notes.ts';
import { question } from './kinds/question.ts';
import { seat } from './kinds/seat.ts';
import { team } from './kinds/team.ts';
import { turn } from './kinds/turn.ts';
import type { NoticeDefinition } from './notice.ts';

/** Every kind of notice; a new one without a file of its own does not compile. */
export const notices: Readonly<Record<NoticeKind, NoticeDefinition>> = {
  turn,
  enquiry,
  hold,
  actionItem,
  question,
  handoff,
  seat,
  deadline,
  mention,
  checklist,
  exception,
  document,
  move,
  holds,
  handoffs,
  team,
  consents,
  notes,
  entries,
};
