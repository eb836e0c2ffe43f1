import { call } from '../../api/client';
import { completeWith } from '../../api/outbox';
import { asPlace, type CreateBody, placeFields } from './compose.rules';

/** A call filed without a line: what was left to the proposals could not be proposed then. */
interface KeptCall {
  body: CreateBody;
  undecided?: { type: boolean; place: boolean };
}

/** Take the top proposals now, as filing does; without an answer the call is filed as it stands. */
async function complete(request: unknown): Promise<unknown> {
  const { body, undecided } = request as KeptCall;
  const type = undecided?.type === true && body.typeCode === undefined;
  const place = undecided?.place === true && body.location === undefined;
  if (!type && !place) return { body };
  const { narrative, callerPhone } = body;
  const proposal = await call('proposeIntake', { body: { narrative, callerPhone } });
  const [topType, topPlace] = [proposal.types[0], proposal.places[0]];
  return {
    body: {
      ...body,
      ...(type && topType !== undefined ? { typeCode: topType.code, severity: body.severity ?? topType.severity } : {}),
      ...(place && topPlace !== undefined ? placeFields(asPlace(topPlace)) : {}),
    },
  };
}

completeWith('createIncident', complete);
