import type { TwilioSettings } from '../../../config.js';
import type { Line } from '../../lines/line.js';
import { twilioCalls } from './twilio.calls.js';
import { TwilioClient } from './twilio.client.js';
import { twilioTexts } from './twilio.texts.js';

/** Texts and calls by one Twilio account. */
export function twilioLines(settings: TwilioSettings): Line[] {
  const client = new TwilioClient(settings);
  return [twilioTexts(settings, client), twilioCalls(settings, client)];
}
