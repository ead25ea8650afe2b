import { instant, paperAnswers, visibleLine } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** As it is typed from a paper: in any width and case, with or without its groups. */
const code = z.string().min(1).max(60);
const answering = { code, saidBy: visibleLine(100), answer: z.enum(paperAnswers) };

/** `outdated`: the paper was replaced, taken back or decided; nothing of it is told. */
const noted = z.strictObject({ outdated: z.boolean() });

/** Printed handoffs: the paper with its code, and what somebody without an account says by it. */
export const handoffPaperEndpoints = {
  print: endpoint({
    method: 'GET',
    path: '/cases/:id/handoffs/:handoff/packet.pdf',
    summary:
      'A handoff to somebody outside the network as a PDF, as it was sent, with a code of its own to answer by; it stands in the access log',
    params: z.strictObject({ id: opaqueId, handoff: opaqueId }),
    answers: 'application/pdf',
    answer: z.never(),
    status: 200,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/handoff-papers/answers',
    summary: 'Answer a printed handoff by the code on it, without an account; nothing about the child is told',
    body: z.strictObject(answering),
    answer: noted,
    status: 200,
    open: true,
  }),
  heard: endpoint({
    method: 'POST',
    path: '/handoff-papers/heard',
    summary: 'What somebody said on the telephone of a printed handoff, by the code that they read out, and when',
    body: z.strictObject({ ...answering, saidAt: instant.optional() }),
    answer: noted,
    status: 200,
    key: 'required',
  }),
};
