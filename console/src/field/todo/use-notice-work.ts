import type { Me } from '@liandong/shared/auth';
import type { NoticeView } from '@liandong/shared/supervision';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { perhapsLater } from '../kept/acts';
import { type Act, aboutOf } from '../kept/acts.rules';
import { forget, readStored, store } from '../storage';
import { useLocal } from './owed';
import { noticeStage } from './todo.rules';

const SHORTEST = 2;

/** The words being written; kept on the phone, and again in the form when the server refused them. */
function useDraft(key: string, refused: string) {
  const [written, setWritten] = useState<string | null>(() => readStored(key, null));
  return {
    text: written ?? refused,
    write(next: string): void {
      setWritten(next);
      store(key, next);
    },
  };
}

const answerOf = (act: Act | undefined): string | null => (act?.kind === 'answer' ? act.answer : null);

/** What the team has to do with a notice, and has done, also without a line. */
export function useNoticeWork(notice: NoticeView, me: Me) {
  const { t } = useTranslation('field');
  const { acts } = useLocal(me.username);
  const mine = acts.filter((act) => aboutOf(act) === notice.id);
  const kept = mine.find((act) => act.kind === 'answer');
  const key = `liandong.field.answer.${notice.id}`;
  const { text, write } = useDraft(key, answerOf(kept) ?? '');
  const [asked, setAsked] = useState(false);
  const stage = noticeStage(notice, { acts });
  const isShort = text.trim().length < SHORTEST;
  const refusal = kept?.refusal ?? null;

  function answer(): void {
    setAsked(true);
    if (isShort) return;
    perhapsLater({ kind: 'answer', noticeId: notice.id, answer: text.trim() });
    forget(key);
  }
  return {
    stage,
    text,
    write,
    answer,
    receive: () => perhapsLater({ kind: 'receive', noticeId: notice.id }),
    isAnswerable: stage.received && !stage.answered,
    /** What the centre has, or will have. */
    given: notice.answer ?? (refusal === null ? answerOf(kept) : null),
    waiting: stage.answering ? ('answering' as const) : stage.receiving ? ('receiving' as const) : null,
    problem: asked && isShort ? t('paper.notice.need') : refusal && t('paper.notice.refused', { words: refusal }),
    refusedReceipt: mine.find((act) => act.kind === 'receive' && act.refusal !== null),
  };
}
