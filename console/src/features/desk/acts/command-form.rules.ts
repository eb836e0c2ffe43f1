import type { IncidentView } from '@liandong/shared/incident';
import type { TransferCommand } from '@liandong/shared/incident.acts';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import type { z } from 'zod';

export interface CommandForm {
  teamCode: string;
  post: string;
  name: string;
  phone: string;
  reason: string;
}
type Led = Pick<IncidentView, 'leadTeamCode' | 'sceneCommand' | 'sceneCommander'>;

export const commandForm = (incident: Led): CommandForm => ({
  teamCode: incident.leadTeamCode ?? '',
  post: incident.sceneCommand ?? '',
  name: incident.sceneCommander?.name ?? '',
  phone: incident.sceneCommander?.phone ?? '',
  reason: '',
});

/** Teams that can lead: those still under command, and the one that leads now. */
export function leadable(orders: readonly OrderView[], leadTeamCode: string | null): OrderView[] {
  const able = orders.filter((order) => isOpen(order.status) || order.teamCode === leadTeamCode);
  return able.filter((order, index) => able.findIndex((each) => each.teamCode === order.teamCode) === index);
}

const newCommander = (incident: Led, { post, name, phone }: CommandForm): boolean =>
  post.trim() !== (incident.sceneCommand ?? '') ||
  name.trim() !== (incident.sceneCommander?.name ?? '') ||
  phone.trim() !== (incident.sceneCommander?.phone ?? '');
const newLead = (incident: Led, { teamCode }: CommandForm): boolean =>
  teamCode !== '' && teamCode !== incident.leadTeamCode;

/** Only what changes hands. */
export function commandBody(incident: Led, form: CommandForm): z.input<typeof TransferCommand> {
  const commander = { post: form.post.trim(), name: form.name.trim(), phone: form.phone.trim() };
  return {
    reason: form.reason.trim(),
    ...(newLead(incident, form) ? { teamCode: form.teamCode } : {}),
    ...(newCommander(incident, form) ? { commander } : {}),
  };
}

/** The contract's shortest words and phone. */
const SHORTEST = 2;
const PHONE = /^\+?[0-9 -]{3,20}$/;

/** Something changes hands, a new commander can be reached, and there is a reason. */
export function commandReady(incident: Led, form: CommandForm): boolean {
  const whole = [form.post, form.name].every((word) => word.trim().length >= SHORTEST) && PHONE.test(form.phone.trim());
  const other = newCommander(incident, form);
  return (newLead(incident, form) || other) && (!other || whole) && form.reason.trim().length >= SHORTEST;
}
