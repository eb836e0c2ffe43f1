import type { CreateIncident, IntakeProposal, Severity } from '@liandong/shared/incident';
import type { JoinCall } from '@liandong/shared/incident.acts';
import type { z } from 'zod';
import type { Draft, Place } from './draft.js';

export type Proposal = IntakeProposal;
export type ProposedType = Proposal['types'][number];

/** What would be filed now: the dispatcher's choice, else the top proposal. `chosen` tells them apart on screen. */
export interface Composed {
  type: { code: string; name: string } | null;
  typeChosen: boolean;
  severity: Severity | null;
  severityChosen: boolean;
  place: Place | null;
  placeChosen: boolean;
}

/** Alt 1–6 take a proposed type or place; Alt 7–9 join an incident that is already there. */
export const PROPOSAL_KEYS = 6;
const JOIN_KEYS = 3;

/** The incidents this call may be about, likeliest first: only open ones can be joined. */
export const joinable = (proposal: Proposal | undefined): Proposal['duplicates'] =>
  (proposal?.duplicates ?? []).filter((each) => each.status === 'open').slice(0, JOIN_KEYS);

export const asPlace = (hit: Proposal['places'][number]): Place => ({
  name: hit.name,
  townshipCode: hit.townshipCode,
  townshipName: hit.townshipName,
  location: hit.kind === 'township' ? null : hit.location,
  grade: hit.grade,
});

type TypeName = { code: string; name: string; defaultSeverity: Severity };

/** Lay the draft over the proposals. */
export function compose(draft: Draft, proposal: Proposal | undefined, types: readonly TypeName[]): Composed {
  const topType = proposal?.types[0];
  const topPlace = proposal?.places[0];
  const chosenType = types.find((type) => type.code === draft.typeCode);
  const proposed = proposal?.types.find((type) => type.code === draft.typeCode);
  const type = draft.typeCode === undefined ? topType : (chosenType ?? proposed);
  const bySelf = draft.typeCode === undefined ? topType?.severity : (proposed?.severity ?? chosenType?.defaultSeverity);
  return {
    type: type === undefined || draft.typeCode === null ? null : { code: type.code, name: type.name },
    typeChosen: draft.typeCode !== undefined,
    severity: draft.severity ?? bySelf ?? null,
    severityChosen: draft.severity !== undefined,
    place: draft.place === undefined ? (topPlace === undefined ? null : asPlace(topPlace)) : draft.place,
    placeChosen: draft.place !== undefined,
  };
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

export type CreateBody = z.input<typeof CreateIncident>;

/** Where it is, as the body says it. */
export const placeFields = (place: Place | null): Pick<CreateBody, 'placeText' | 'townshipCode' | 'location'> => ({
  placeText: place === null ? undefined : filled(place.name),
  townshipCode: place?.townshipCode ?? undefined,
  location: place?.location ?? undefined,
});

/** The body to file. */
export function toCreate(draft: Draft, composed: Composed): CreateBody {
  return {
    channel: draft.channel,
    narrative: draft.narrative.trim(),
    callerPhone: filled(draft.phone),
    callerName: filled(draft.callerName),
    ...placeFields(composed.place),
    datum: 'wgs84',
    typeCode: composed.type?.code,
    severity: composed.severity ?? undefined,
    drill: draft.drill,
    clientId: draft.clientId,
  };
}

/** The body of a call that joins an incident: who called and what he said. */
export function toJoin(draft: Draft, composed: Composed): z.input<typeof JoinCall> {
  const { channel, narrative, callerPhone, callerName, placeText } = toCreate(draft, composed);
  return { channel, narrative, callerPhone, callerName, placeText, clientId: draft.clientId };
}

/** What Tab accepts: every top proposal not yet chosen; null when there is nothing to accept. */
export function acceptable(draft: Draft, proposal: Proposal | undefined): Partial<Draft> | null {
  const type = draft.typeCode === undefined ? proposal?.types[0] : undefined;
  const place = draft.place === undefined ? proposal?.places[0] : undefined;
  if (type === undefined && place === undefined) return null;
  return {
    ...(type === undefined ? {} : { typeCode: type.code, severity: draft.severity ?? type.severity }),
    ...(place === undefined ? {} : { place: asPlace(place) }),
  };
}
