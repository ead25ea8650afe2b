import { readAftercare } from './aftercare/read-aftercare.ts';
import { attachmentsOf } from './attachments/attachments.ts';
import type { Casework, CaseworkPorts } from './casework.ts';
import { readGuestSeat } from './conferences/guest.ts';
import { readConferences } from './conferences/read-conferences.ts';
import { keepDocument } from './documents/keep-document.ts';
import { readFamilyPaper } from './family/family-papers.ts';
import { inLanes } from './in-lanes.ts';
import { listAhead, listWays } from './list-ahead.ts';
import { listReaders } from './list-readers.ts';
import { mergeCases } from './merge-cases.ts';
import { noteExport } from './note-export.ts';
import { readPreparation } from './preparation/read-preparation.ts';
import { previewCase } from './preview-case.ts';
import { readAccessLog } from './read-access-log.ts';
import { readChecklists } from './read-checklists.ts';
import { readDocuments } from './read-documents.ts';
import { readDuty } from './read-duty.ts';
import { readFamilyPage } from './read-family-page.ts';
import { readFees } from './read-fees.ts';
import { readDeclined, readHandoffs, readProposal } from './read-handoffs.ts';
import { readHistory } from './read-history.ts';
import { readPlan } from './read-plan.ts';
import { readReplay } from './read-replay.ts';
import { readSource } from './read-source.ts';
import { createRecentAnswers } from './recent-answers.ts';
import { registerCase } from './register-case.ts';
import { sendEvent } from './send-event.ts';
import { sendTimeEvent } from './send-time-event.ts';
import { listTransitions, viewCase } from './view-case.ts';
import { whatIf } from './what-if.ts';

/** The use cases around one case, over the ports of a store, a log and a clock. */
export function createCasework(ports: CaseworkPorts): Casework {
  const inTurn = inLanes();
  const sending = { ports, inTurn, recent: createRecentAnswers() };
  return {
    send: command => sendEvent(sending, command),
    sendTimeEvent: (caseId, event) => sendTimeEvent(ports, inTurn, { caseId, ...event }),
    register: command => registerCase(ports, command),
    merge: command => mergeCases(ports, command),
    view: (who, caseId, meta) => viewCase(ports, { who, caseId, meta }),
    source: (who, caseId, meta) => readSource(ports, { who, caseId, meta }),
    preview: (who, caseId, look) => previewCase(ports, { who, caseId, ...look }),
    transitions: (who, caseId, meta) => listTransitions(ports, { who, caseId, meta }),
    ahead: (who, caseId, meta) => listAhead(ports, { who, caseId, meta }),
    ways: (who, of, meta) => listWays(ports, { who, ...of, meta }),
    duty: (who, caseId, meta) => readDuty(ports, { who, caseId, meta }),
    fees: (who, caseId, meta) => readFees(ports, { who, caseId, meta }),
    plan: (who, caseId, asked) => readPlan(ports, { who, caseId, ...asked }),
    whatIf: (who, caseId, asked) => whatIf(ports, { who, caseId, ...asked }),
    replay: (who, caseId, asked) => readReplay(ports, { who, caseId, ...asked }),
    noteExport: (who, caseId, taken) => noteExport(ports, { who, caseId, ...taken }),
    ...attachmentsOf(ports, inTurn),
    keepDocument: (who, caseId, version) => keepDocument(ports, inTurn, { who, caseId, version }),
    documents: (who, caseId, asked) => readDocuments(ports, { who, caseId, ...asked }),
    checklists: (who, caseId, meta) => readChecklists(ports, { who, caseId, meta }),
    preparation: (who, caseId, meta) => readPreparation(ports, { who, caseId, meta }),
    aftercare: (who, caseId, asked) => readAftercare(ports, { who, caseId, ...asked }),
    conferences: (who, caseId, meta) => readConferences(ports, { who, caseId, meta }),
    guestSeat: place => readGuestSeat(ports, place),
    readers: (who, caseId, meta) => listReaders(ports, { who, caseId, meta }),
    family: (who, meta) => readFamilyPage(ports, { who, meta }),
    familyPaper: (who, id, meta) => readFamilyPaper(ports, { who, id, meta }),
    handoffProposal: (who, caseId, meta) => readProposal(ports, { who, caseId, meta }),
    handoffs: (who, caseId, meta) => readHandoffs(ports, { who, caseId, meta }),
    declinedHandoff: (who, asked) => readDeclined(ports, { who, ...asked }),
    history: (who, caseId, page) => readHistory(ports, { who, caseId, ...page }),
    accessLog: (who, caseId, page) => readAccessLog(ports, { who, caseId, ...page }),
  };
}
