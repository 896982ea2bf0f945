/** The field `file` of a form; null where the request is no form, or has no such file. */
export async function readFile(
  contentType: string | null,
  body: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | null> {
  if (!/^multipart\/form-data\b/i.test(contentType ?? '')) return null;
  const headers = { 'content-type': contentType ?? '' };
  try {
    const form = await new Response(body, { headers }).formData();
    const file = form.get('file');
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
