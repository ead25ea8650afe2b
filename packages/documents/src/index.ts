export { type Change, changedSince, changesTo, type TakenBack } from './changes.ts';
export { type Composed, composeDocument, type Drafted, draftDocument, type Field, tellDocument } from './compose.ts';
export { type Edition, editionWords, withEdition } from './edition.ts';
export { hashOfPaper, keepPaper, readPaper } from './kept-paper.ts';
export { type Entry, type Known, type KnownChild, readTypes, type ToDo } from './known.ts';
export { packetOf } from './packet.ts';
export type { Line, Paper } from './paper.ts';
export type { Template } from './templates/template.ts';
export { templates } from './templates/templates.ts';
