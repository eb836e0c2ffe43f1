import { api } from '@liandong/shared/api';
import type { ImportView } from '@liandong/shared/county';
import { Offline, problemFrom } from '../../api/client';
import { uuid } from '../../ui/uuid';

export interface UploadChoices {
  datum: 'wgs84' | 'gcj02' | 'bd09';
  retireMissing: boolean;
}

/** Send a workbook to be previewed. @throws ApiProblem when the server refuses, Offline when nobody answers */
export async function uploadWorkbook(file: File, { datum, retireMissing }: UploadChoices): Promise<ImportView> {
  const query = new URLSearchParams({ fileName: file.name.slice(-120), datum, clientId: uuid() });
  if (retireMissing) query.set('retireMissing', '1');
  let response: Response;
  try {
    response = await fetch(`${api.previewImport.path}?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
    });
  } catch (cause) {
    throw new Offline(cause);
  }
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as ImportView;
}
