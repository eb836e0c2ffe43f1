import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quickReplies } from './practice.rules';

interface Props {
  number: string;
  code: number | null;
  isPending: boolean;
  problem: string | null;
  onSend: (text: string) => void;
}

/** Write a text, or press one that teams often send. */
export function ReplyBox({ number, code, isPending, problem, onSend }: Props) {
  const { t } = useTranslation('practice');
  const [text, setText] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    onSend(text);
    setText('');
  }
  return (
    <form className="reply-box" onSubmit={submit}>
      <fieldset aria-label={t('quick')}>
        {quickReplies(code).map((reply) => (
          <button key={reply} type="button" className="btn num" onClick={() => onSend(reply)}>
            {reply}
          </button>
        ))}
      </fieldset>
      <div className="line">
        <input
          className="field"
          placeholder={t('input')}
          aria-label={`${t('input')} ${number}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          data-testid={`phone-input-${number}`}
        />
        <button type="submit" className="btn primary" data-testid={`phone-send-${number}`}>
          {isPending ? t('sending') : t('send')}
        </button>
      </div>
      {problem && (
        <p className="reply-problem" role="alert">
          ! {problem}
        </p>
      )}
    </form>
  );
}
