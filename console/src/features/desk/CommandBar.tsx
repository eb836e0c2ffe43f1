import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { REGISTER, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useRows } from '../../live/store';
import { useKeys } from '../../ui/keys';
import { type CommandTeam, parseCommand, suggest } from './command.rules';
import { useDesk } from './desk-state';
import { runCommand } from './run-command';
import { useCommandPreview } from './use-command-preview';
import './command.css';

/** The open orders, and the ended ones of the incident on screen: only there is anything left to do about them. */
function useKnownOrders(): readonly OrderView[] {
  const rows = useRows();
  const selectedId = useDesk((desk) => desk.selectedId);
  return useMemo(
    () =>
      [...rows.values()].flatMap((row) => row.orders.filter((order) => isOpen(order.status) || row.id === selectedId)),
    [rows, selectedId],
  );
}

const KEYS_SHOWN = [
  ['F2', 'takeCall'],
  ['F4', 'dispatchMore'],
  ['S', 'situationKey'],
  ['G', 'more'],
  ['?', 'allKeys'],
] as const;

/** The line at the bottom: `/37 到`, `/派 p05 s03`, `/找 下陈`, `/电 s05`. */
export function CommandBar() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const { data } = useAnswer('listTeams', undefined, REGISTER);
  const teams: readonly CommandTeam[] = data?.items ?? [];
  const orders = useKnownOrders();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(false);
  const [at, setAt] = useState(-1);
  const suggestions = active && text.trim() !== '' ? suggest(text, orders, teams) : [];
  const command = parseCommand(text, teams);
  const preview = useCommandPreview(command, orders);

  useKeys({
    '/': () => {
      input.current?.focus();
      setText('');
    },
  });
  const write = (next: string): void => {
    setText(next);
    setAt(-1);
  };
  const leave = (): void => {
    write('');
    input.current?.blur();
  };
  const run = async (): Promise<void> => {
    const chosen = suggestions[at];
    const line = chosen === undefined ? command : parseCommand(chosen.text, teams);
    if (line.kind === 'none') return;
    if (await runCommand(line, { orders, goTo: (address) => void navigate(address) })) leave();
  };
  const keys: Record<string, () => void> = {
    Enter: () => void run(),
    Escape: leave,
    ArrowDown: () => setAt(Math.min(suggestions.length - 1, at + 1)),
    ArrowUp: () => setAt(Math.max(-1, at - 1)),
    Tab: () => write(`${(suggestions[Math.max(0, at)] ?? { text }).text} `),
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || (event.key === 'Tab' && suggestions.length === 0)) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <footer className="command-bar">
      <div className="command">
        <b aria-hidden="true">/</b>
        <input
          ref={input}
          value={text}
          placeholder={t('commandHint')}
          aria-label={t('command')}
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls="command-suggestions"
          data-testid="command"
          disabled={!may('order.report')}
          onFocus={() => setActive(true)}
          onBlur={() => setActive(false)}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKey}
        />
        <i data-testid="command-preview">{preview}</i>
        {suggestions.length > 0 && (
          <ul className="suggestions" id="command-suggestions">
            {suggestions.map((suggestion, index) => (
              <li key={suggestion.text} className={index === at ? 'on' : undefined}>
                <button
                  type="button"
                  tabIndex={-1}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    write(suggestion.text);
                  }}
                >
                  <b>/{suggestion.text}</b> <span className="quiet">{suggestion.hint}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {KEYS_SHOWN.map(([key, word]) => (
        <span key={key} className="key-hint">
          <kbd>{key}</kbd> {t(word)}
        </span>
      ))}
    </footer>
  );
}
