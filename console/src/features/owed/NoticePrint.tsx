import type { NoticeView } from '@liandong/shared/supervision';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { call } from '../../api/client';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { i18next } from '../../i18n';
import { placeWords } from '../desk/words';
import { Paper } from '../upward/Paper';
import { chineseMoment, chineseSpan } from '../upward/paper-words.rules';
import { lateBy } from './owed.rules';

/** One notice of the list, wherever in it; null when there is none with this id. */
async function findNotice(id: string): Promise<NoticeView | null> {
  let cursor: string | undefined;
  do {
    const page = await call('listNotices', { query: { limit: 500, cursor } });
    const found = page.items.find((notice) => notice.id === id);
    if (found !== undefined) return found;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return null;
}

/** 督办通知书, with the stub the addressee signs. Its own words are Chinese, whatever the desk speaks. */
export default function NoticePrint() {
  const { id = '' } = useParams();
  const { me } = useSession();
  const { data: notice, error } = useQuery({ queryKey: ['listNotices', { id }], queryFn: () => findNotice(id) });
  const incidentId = notice?.incidentId ?? '';
  const { data: incident } = useAnswer('getIncident', { params: { id: incidentId } }, { enabled: incidentId !== '' });
  if (notice === undefined || notice === null || incident === undefined) {
    const missing = notice === null ? new Error('no such notice') : null;
    return (
      <Paper title={id} error={error ?? missing}>
        {null}
      </Paper>
    );
  }
  const owed = incident.obligations.find((each) => each.id === notice.obligationId);
  const order = incident.orders.find((each) => each.id === notice.orderId);
  const late = owed === undefined ? null : lateBy(owed, Date.parse(notice.issuedAt));
  return (
    <Paper title={`督办通知书 ${notice.number}`} error={null}>
      <p className="heading">{me.county}</p>
      <div className="number">
        <span>{notice.number}</span>
        <span>{incident.drill ? '【演练】' : ''}</span>
      </div>
      <hr className="rule" />
      <h1>督办通知书</h1>
      <div className="body">
        <p style={{ textIndent: 0 }}>{notice.addressee}：</p>
        <p>经查，你单位有一项应办事项未按时限办结，情况如下：</p>
      </div>
      <table>
        <tbody>
          <Row name="警情">
            {incident.number}　{incident.type?.name ?? '突发事件'}　{placeWords(incident, '地点不明')}
          </Row>
          {order !== undefined && (
            <Row name="指令">
              {order.code} 号令，{chineseMoment(order.issuedAt)}下达，{order.task}
            </Row>
          )}
          <Row name="应办事项">
            {i18next.t(`signs:owes.${notice.kind}`, { lng: 'zh' })}
            {owed?.basis ? `（${owed.basis}）` : ''}
          </Row>
          <Row name="时限">{notice.missedDueAt === null ? '不限时' : chineseMoment(notice.missedDueAt)}</Row>
          <Row name="办结情况">
            {owed?.metAt ? `${chineseMoment(owed.metAt)}办结` : '至发文时仍未办结'}
            {late === null ? '' : `，超时${chineseSpan(late)}`}
          </Row>
        </tbody>
      </table>
      <div className="body">
        <p>督办要求：{sentence(notice.demand)}</p>
        <p>请签收本通知，并于{chineseMoment(notice.answerDueAt)}前书面答复。</p>
      </div>
      <div className="sign-off">
        <p>{me.county}指挥中心</p>
        <p>签发：{notice.issuedBy}</p>
        <p>{chineseMoment(notice.issuedAt)}</p>
      </div>
      <section className="stub">
        <h2>回　执</h2>
        <p>
          {notice.number} 已收到。
          {notice.receivedAt !== null && `（${notice.receivedBy}，${chineseMoment(notice.receivedAt)}签收）`}
        </p>
        <p>
          答复：{notice.answer ?? <span className="blank" style={{ minWidth: '110mm' }} />}
          {notice.answeredAt !== null && `（${notice.answeredBy}，${chineseMoment(notice.answeredAt)}）`}
        </p>
        <p>
          签收人：
          <span className="blank" />
          　时间：
          <span className="blank" />
        </p>
      </section>
    </Paper>
  );
}

/** A demand ends as a sentence does, however it was typed. */
const sentence = (text: string): string => (/[。！？.!?]$/.test(text) ? text : `${text}。`);

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}
