import type { OrderView } from '@liandong/shared/order';
import { CLEARED_WITHOUT_ARRIVAL } from '@liandong/shared/order.lifecycle';
import { call } from '../../api/client';
import { i18next } from '../../i18n';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { complain, issue, reportVerbally } from './actions';
import type { Command } from './command.rules';
import { ask, deskStore, flyTo, openDispatch, select, selectOrder, showEquipment, showPhones } from './desk-state';
import { startAct } from './start-act';
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
  await issue(selectedId, teamCodes, { clientId: uuid() });
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

/** About the incident on screen; whether it is possible now is decided where it is asked. */
function act({ act, stage, text }: Of<'act'>): boolean {
  const { selectedId } = deskStore.getState();
  if (selectedId === null) {
    notify(i18next.t('desk:nothingSelected'), true);
    return false;
  }
  startAct(selectedId, act, { stage, text });
  return true;
}

function orderAct({ code, act }: Of<'orderAct'>, { orders, goTo }: Surroundings): boolean {
  const order = orderByCode(code, orders);
  if (order === null) {
    notify(i18next.t('desk:noSuchOrder', { code }), true);
    return false;
  }
  select(order.incidentId);
  selectOrder(order.id);
  if (act === 'feedback') goTo(`/owed?tab=feedback&order=${order.id}`);
  else if (act === 'replace') openDispatch(null, order);
  else ask({ of: 'order', act, orderId: order.id });
  return true;
}

/** `orders`: the open ones, and the ended ones of the incident on screen. */
export interface Surroundings {
  orders: readonly OrderView[];
  goTo: (address: string) => void;
}

/** Do what the line says. @returns whether it was done, so that the line can be emptied. */
export async function runCommand(command: Command, around: Surroundings): Promise<boolean> {
  try {
    if (command.kind === 'report') return await report(command, around.orders);
    if (command.kind === 'dispatch') return await dispatch(command);
    if (command.kind === 'find') return await find(command);
    if (command.kind === 'act') return act(command);
    if (command.kind === 'orderAct') return orderAct(command, around);
    if (command.kind === 'phone') showPhones(command.teamCode);
    if (command.kind === 'equipment') showEquipment(command.query);
    if (command.kind === 'page') around.goTo(command.to);
    return command.kind !== 'none';
  } catch (error) {
    complain(error);
    return false;
  }
}
