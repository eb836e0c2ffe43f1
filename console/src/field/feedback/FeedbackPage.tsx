import type { Me } from '@liandong/shared/auth';
import type { FeedbackRow, FeedbackView } from '@liandong/shared/feedback';
import { useTranslation } from 'react-i18next';
import { PaperBar } from '../PaperBar';
import { PaperDue } from '../PaperClock';
import type { Entry } from '../queue.rules';
import { useFeedback, useOwed } from '../todo/owed';
import { startOf } from '../todo/todo.rules';
import { useOnline } from '../use-online';
import { Clash } from './Clash';
import { draftState, isWritable } from './form.rules';
import { useForm } from './forms';
import { ReadForm } from './ReadForm';
import { WriteForm } from './WriteForm';

interface Props {
  me: Me;
  orderId: string;
  /** The order, while it is not over. */
  entry: Entry | null;
}

/** What the form is about: as the server says, or as the lists on this phone know it. */
function useHead({ orderId, entry }: Props, view: FeedbackView | undefined) {
  const { data } = useOwed();
  const row: FeedbackRow | undefined =
    view ?? [...(data?.returned ?? []), ...(data?.due ?? [])].find((one) => one.orderId === orderId);
  if (row) return row;
  if (!entry) return null;
  const { code, incident } = entry.order;
  return { orderCode: code, typeName: incident.type?.name ?? null, placeText: incident.placeText, dueAt: null };
}

/** How long is left, and where the draft is. Nothing once the form is with the centre. */
function Head({ me, orderId, dueAt, view }: { me: Me; orderId: string; dueAt: string | null; view?: FeedbackView }) {
  const { t } = useTranslation('field');
  const form = useForm(me.username, orderId);
  const online = useOnline();
  const state = draftState(form, (view?.version ?? 0) > 0, online);
  return (
    <PaperDue
      startedAt={dueAt === null ? '' : startOf('feedback', dueAt)}
      dueAt={dueAt}
      heading={t(view?.state === 'returned' ? 'paper.feedback.again' : 'paper.feedback.within')}
      aside={t(`paper.feedback.state.${state}`)}
    />
  );
}

/** 反馈单 of one order: written, looked at, or decided between two people's words. */
export function FeedbackPage(props: Props) {
  const { me, orderId, entry } = props;
  const { t } = useTranslation('field');
  const { data: view, isPending, isError } = useFeedback(me.username, orderId);
  const form = useForm(me.username, orderId);
  const head = useHead(props, view);
  const about = head && [t('code', { code: head.orderCode }), head.typeName].filter(Boolean).join(' · ');
  const readOnly = view !== undefined && !isWritable(view.state);
  const loading = isPending && !isError && form === null;
  return (
    <>
      <PaperBar title={t('paper.feedback.heading')} about={about ?? undefined} fallback={{ name: 'todo' }} />
      {loading && <p className="centred quiet">{t('loading')}</p>}
      {!loading && form?.theirs && <Clash form={form} />}
      {!loading && !form?.theirs && readOnly && <ReadForm view={view} />}
      {!loading && !form?.theirs && !readOnly && (
        <>
          <Head me={me} orderId={orderId} dueAt={head?.dueAt ?? null} view={view} />
          <WriteForm
            of={{ owner: me.username, orderId, orderCode: head?.orderCode ?? null, typeName: head?.typeName ?? null }}
            view={view ?? null}
            form={form}
            status={entry?.shown.status ?? null}
          />
        </>
      )}
    </>
  );
}
