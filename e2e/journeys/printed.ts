import type { Browser } from 'playwright-core';
import type { Client } from '../product/client.ts';
import { openPdfReader, type PdfPage, pdfPages } from './pdf-pages.ts';

type Listed = { readonly documents: readonly { readonly kind: string; readonly title: string }[] };
/** A document of a case as it comes out of the printer. */
export type Printed = {
  readonly kind: string;
  readonly title: string;
  readonly pages: readonly PdfPage[];
};

/** Every document of a case that somebody is offered, drawn. */
export async function printAll(browser: Browser, api: Client, caseId: string, scale = 1): Promise<Printed[]> {
  const { body } = await api.get<Listed>(`/cases/${caseId}/documents`);
  const reader = await openPdfReader(browser);
  const printed: Printed[] = [];
  for (const { kind, title } of body.documents) {
    const answer = await fetch(`${api.url}/api/v1/cases/${caseId}/documents/${kind}.pdf`, {
      headers: { cookie: api.cookie },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    printed.push({ kind, title, pages: await pdfPages(reader, bytes, scale) });
  }
  await reader.close();
  return printed;
}

/** What must not be on any printed page, whatever the document. */
export function printFaults({ kind, pages }: Pick<Printed, 'kind' | 'pages'>, no: string): string[] {
  const faults = pages.flatMap(({ text, ink }, index) => {
    const at = `${kind} page ${index + 1}`;
    return [
      // A 〓 stands for a character without a shape; a font without one draws a box and tells no text.
      ...(['〓', '\0', '\ufffd'].some(missing => text.includes(missing)) ? [`${at}: a character is missing`] : []),
      ...(text.includes(`${no} `) && text.includes('| 個人情報') ? [] : [`${at}: no running head`]),
      ...(text.includes(`${index + 1}/${pages.length}`) ? [] : [`${at}: no number of the page`]),
      ...(text.includes('まで有効。新しい情報は画面で') ? [] : [`${at}: no day until which it holds`]),
      ...((ink[0] ?? 0) > 0.005 && (ink[9] ?? 0) > 0.005 ? [] : [`${at}: head or foot is empty`]),
      ...(Math.max(...ink) < 0.3 ? [] : [`${at}: a black strip`]),
    ];
  });
  const words = (pages[0]?.ink.slice(1, 5) ?? []).filter(dark => dark > 0.005).length;
  return [...faults, ...(words === 4 ? [] : [`${kind}: an empty strip where the form stands`])];
}
