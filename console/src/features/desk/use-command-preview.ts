import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import type { Command } from './command.rules';
import { deskStore } from './desk-state';

/** The order a number means: the one of the incident on screen if the number is not unique. */
export function orderByCode(code: number, orders: readonly OrderView[]): OrderView | null {
  const fits = orders.filter((order) => order.code === code);
  const { selectedId } = deskStore.getState();
  return fits.length === 1 ? (fits[0] ?? null) : (fits.find((order) => order.incidentId === selectedId) ?? null);
}

/** What Enter would do, in words. */
export function useCommandPreview(command: Command, orders: readonly OrderView[]): string {
  const { t } = useTranslation(['desk', 'signs', 'acts', 'forces']);
  switch (command.kind) {
    case 'report': {
      const order = orderByCode(command.code, orders);
      if (order === null) return t('desk:noSuchOrder', { code: command.code });
      return `${order.teamName} · ${t(`signs:button.${command.step}`)} ⏎`;
    }
    case 'dispatch':
      if (command.unknown.length > 0) return t('desk:unknownTeams', { words: command.unknown.join(' ') });
      return `${t('desk:issueTo', { teams: command.teamCodes.join(' ') })} ⏎`;
    case 'find':
      return `${t('desk:findPlace', { words: command.query })} ⏎`;
    case 'equipment':
      return `${t('forces:equipment.dialog')} ${command.query} ⏎`;
    case 'phone':
      return `${t('desk:phonesOf', { team: command.teamCode })} ⏎`;
    case 'act': {
      const stage = command.stage === undefined ? '' : ` · ${t(`signs:upward.${command.stage}`)}`;
      return `${t(`acts:act.${command.act}`)}${stage} ⏎`;
    }
    case 'orderAct': {
      const order = orderByCode(command.code, orders);
      if (order === null) return t('desk:noSuchOrder', { code: command.code });
      return `${order.teamName} · ${t(`acts:orderAct.${command.act}`)} ⏎`;
    }
    case 'page':
      return `${t('acts:goTo.owed')} ⏎`;
    case 'none':
      return '';
  }
}
