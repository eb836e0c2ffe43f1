import type { LonLat } from '@liandong/shared/basics';
import type { IncidentView, Severity } from '@liandong/shared/incident';
import type { ChangeIncident } from '@liandong/shared/incident.acts';
import type { z } from 'zod';

/** What stands in the form; as the incident is, until somebody touches it. */
export interface ChangeForm {
  placeText: string;
  townshipCode: string;
  location: LonLat | null;
  typeCode: string;
  severity: Severity;
  major: boolean;
  reason: string;
}

export const formOf = (incident: IncidentView): ChangeForm => ({
  placeText: incident.placeText ?? '',
  townshipCode: incident.townshipCode ?? '',
  location: incident.location,
  typeCode: incident.type?.code ?? '',
  severity: incident.severity,
  major: incident.markedMajor,
  reason: '',
});

/** Severity and the major mark are not changed without a reason. */
export const needsReason = (incident: IncidentView, form: ChangeForm): boolean =>
  form.severity !== incident.severity || form.major !== incident.markedMajor;

export type ChangeBody = z.input<typeof ChangeIncident>;

const other = <T>(now: T, was: T | null): T | undefined => (now === was ? undefined : now);
const filled = (text: string, was: string | null): string | undefined =>
  text.trim() === '' ? undefined : other(text.trim(), was);

/** Only what was changed; null when nothing was. */
export function changeBody(incident: IncidentView, form: ChangeForm): ChangeBody | null {
  const moved =
    form.location !== null &&
    (form.location.lon !== incident.location?.lon || form.location.lat !== incident.location?.lat);
  const body: ChangeBody = {
    placeText: filled(form.placeText, incident.placeText),
    townshipCode: filled(form.townshipCode, incident.townshipCode),
    location: moved ? (form.location ?? undefined) : undefined,
    typeCode: filled(form.typeCode, incident.type?.code ?? null),
    severity: other(form.severity, incident.severity),
    major: other(form.major, incident.markedMajor),
  };
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  if (given.length === 0) return null;
  const reason = form.reason.trim();
  return { ...Object.fromEntries(given), ...(reason === '' ? {} : { reason }) };
}

/** The contract's shortest reason. */
const SHORTEST = 2;
export const changeReady = (incident: IncidentView, form: ChangeForm): boolean =>
  changeBody(incident, form) !== null && (!needsReason(incident, form) || form.reason.trim().length >= SHORTEST);
