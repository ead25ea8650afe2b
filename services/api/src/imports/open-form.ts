import type { Opened } from './receive-file.ts';

const refuse = (ja: string, en: string): Opened => ({ ok: false, path: 'file', why: { ja, en } });

/** The file of a form (multipart/form-data), in its one field `file`. */
export async function openForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Opened> {
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    return refuse(
      'multipart/form-data の項目 file で送ってください。',
      'Send it as the field `file` of multipart/form-data.',
    );
  const form = await formOf(body, contentType);
  if (form === null) return refuse('送られたフォームを読み取れません。', 'The form cannot be read.');
  const [file, more] = form.getAll('file');
  if (!(file instanceof Blob) || more !== undefined)
    return refuse('項目 file にファイルを1つ入れてください。', 'Put one file into the field `file`.');
  if (file.size === 0) return refuse('ファイルが空です。', 'The file is empty.');
  const fields = [...form].flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : []));
  return {
    ok: true,
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: nameOf(file),
    fields: Object.fromEntries(fields),
  };
}

async function formOf(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    // The platform's parser refuses what is no form.
    return null;
  }
}

const nameOf = (file: Blob): string =>
  'name' in file && typeof file.name === 'string'
    ? file.name
        .replace(/\p{Cc}/gu, '')
        .toWellFormed()
        .slice(0, 200)
    : '';
