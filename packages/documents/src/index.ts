export { type Composed, changedSince, composeDocument, type Field } from './compose.ts';
export { type Entry, type Known, type KnownChild, readTypes, type ToDo } from './known.ts';
export type { Line, Paper } from './paper.ts';
export type { Template } from './templates/template.ts';
export { templates } from './templates/templates.ts';
