import type { OrderView } from '@liandong/shared/order';
import { CLEARED_WITHOUT_ARRIVAL } from '@liandong/shared/order.lifecycle';
import { call } from '../../api/client';
import { i18next } from '../../i18n';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { complain, issue, reportVerbally } from './actions';
import type { Command } from './command.rules';
import { deskStore, flyTo, select, selectOrder, showPhones } from './desk-state';
import { orderByCode } from './use-command-preview';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Refusing and clearing before arrival need a reason behind the verb. */
const needsReason = (step: Of<'report'>['step'], order: OrderView): boolean =>
  step === 'declined' || (step === 'cleared' && CLEARED_WITHOUT_ARRIVAL.includes(order.status));

async function report({ code, step, note }: Of<'report'>, orders: readonly OrderView[]): Promise<boolean> {
  const order = orderByCode(code, orders);
  if (order === null) {
    notify(i18next.t('desk:noSuchOrder', { code }), true);
    return false;
  }
  select(order.incidentId);
  selectOrder(order.id);
  if (note === '' && needsReason(step, order)) {
    notify(i18next.t('desk:reasonBehind'), true);
    return false;
  }
  await reportVerbally(order, step, note);
  return true;
}

async function dispatch({ teamCodes, unknown }: Of<'dispatch'>): Promise<boolean> {
  const { selectedId } = deskStore.getState();
  if (unknown.length > 0 || teamCodes.length === 0 || selectedId === null) {
    const key = selectedId === null ? 'desk:nothingSelected' : 'desk:unknownTeams';
    notify(i18next.t(key, { words: unknown.join(' ') }), true);
    return false;
  }
  await issue(selectedId, teamCodes, '', uuid());
  return true;
}

async function find({ query }: Of<'find'>): Promise<boolean> {
  const { items } = await call('searchPlaces', { query: { q: query, limit: 1 } });
  const hit = items[0];
  if (hit === undefined) {
    notify(i18next.t('desk:noSuchPlace', { words: query }), true);
    return false;
  }
  flyTo(hit.location, `${hit.townshipName} ${hit.name}`);
  return true;
}

/** Do what the line says. @returns whether it was done, so that the line can be emptied. */
export async function runCommand(command: Command, orders: readonly OrderView[]): Promise<boolean> {
  try {
    if (command.kind === 'report') return await report(command, orders);
    if (command.kind === 'dispatch') return await dispatch(command);
    if (command.kind === 'find') return await find(command);
    if (command.kind === 'phone') showPhones(command.teamCode);
    return command.kind === 'phone';
  } catch (error) {
    complain(error);
    return false;
  }
}
