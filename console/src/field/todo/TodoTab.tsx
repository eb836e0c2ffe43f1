import type { Me } from '@liandong/shared/auth';
import type { NoticeView } from '@liandong/shared/supervision';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../../ui/time';
import { PaperClock } from '../PaperClock';
import { open } from '../page';
import { useOwed, useTodos } from './owed';
import type { Todo } from './todo.rules';

function Row({ todo }: { todo: Todo }) {
  const { t } = useTranslation('field');
  const { kind, number, orderCode, text, place, waiting } = todo;
  return (
    <li>
      <button type="button" className="todo" onClick={() => open(todo.page)} data-testid={`field-todo-${kind}`}>
        <i aria-hidden="true">{t(`paper.todo.sign.${kind}`)}</i>
        <span className="todo-words">
          <small className="quiet">
            {[t(`paper.todo.kind.${kind}`), number, orderCode !== null && t('code', { code: orderCode })]
              .filter(Boolean)
              .join(' · ')}
          </small>
          <b className="two-lines">{text}</b>
          {place && <span className="quiet one-line">{place}</span>}
          {waiting ? <span className="clock near">… {t('paper.todo.waiting')}</span> : <PaperClock {...todo} />}
        </span>
        <span className="todo-go" aria-hidden="true">
          ›
        </span>
      </button>
    </li>
  );
}

function Answered({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  return (
    <li>
      <button type="button" className="todo done" onClick={() => open({ name: 'notice', id: notice.id })}>
        <i aria-hidden="true">✓</i>
        <span className="todo-words">
          <small className="quiet">{notice.number}</small>
          <span>{t('paper.todo.answered')}</span>
        </span>
        <span className="todo-go" aria-hidden="true">
          ›
        </span>
      </button>
    </li>
  );
}

/** What the team owes in writing, whose time runs out first on top. */
export function TodoTab({ me }: { me: Me }) {
  const { t } = useTranslation('field');
  const { data, error } = useOwed();
  const todos = useTodos(me.username);
  const answered = (data?.notices ?? []).filter((notice) => notice.state === 'answered');
  return (
    <section className="paper-body flush" aria-label={t('paper.todo.heading')} data-testid="field-todos">
      <h1 className="visually-hidden">{t('paper.todo.heading')}</h1>
      {error && data && <p className="note near">{t('paper.todo.failed', { time: formatMinute(data.at) })}</p>}
      {!data && <p className="centred quiet">{t(error ? 'paper.todo.unknown' : 'loading')}</p>}
      {data && todos.length === 0 && (
        <div className="centred nothing">
          <b>✓ {t('paper.todo.none')}</b>
          <p className="quiet">{t('paper.todo.noneWhy')}</p>
        </div>
      )}
      <ul className="todos">
        {todos.map((todo) => (
          <Row key={todo.kind + todo.id} todo={todo} />
        ))}
        {answered.map((notice) => (
          <Answered key={notice.id} notice={notice} />
        ))}
      </ul>
      <button
        type="button"
        className="small all-ended"
        onClick={() => open({ name: 'ended' })}
        data-testid="field-ended"
      >
        {t('paper.todo.all')} ›
      </button>
    </section>
  );
}
