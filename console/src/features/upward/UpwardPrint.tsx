import { useParams } from 'react-router';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { i18next } from '../../i18n';
import { formatDate, formatMinute } from '../../ui/time';
import { placeWords } from '../desk/words';
import { Paper } from './Paper';
import { chineseMoment } from './paper-words.rules';
import { paperTitle } from './upward.rules';

/** 初报、续报、终报 as the county sends them up: always Chinese, whatever language the desk speaks. */
export default function UpwardPrint() {
  const { id = '', reportId = '' } = useParams();
  const { me } = useSession();
  const { data: incident, error } = useAnswer('getIncident', { params: { id } });
  const report = incident?.upwardReports.find((each) => each.id === reportId);
  if (incident === undefined || report === undefined) {
    const missing = incident === undefined ? null : new Error('no such report');
    return (
      <Paper title={reportId} error={error ?? missing}>
        {null}
      </Paper>
    );
  }
  const place = placeWords(incident, '我县').replace(/\s+/g, '');
  const title = paperTitle({ place, typeName: incident.type?.name ?? null }, report, incident.upwardReports);
  return (
    <Paper title={title} error={null}>
      <p className="heading">{me.county}</p>
      <div className="number">
        <span>
          警情编号：{incident.number}　第 {report.no} 期
        </span>
        <span>{incident.drill ? '【演练】' : i18next.t(`signs:severity.${incident.severity}`, { lng: 'zh' })}</span>
      </div>
      <hr className="rule" />
      <h1 className="red">{title}</h1>
      <div className="body">
        <p style={{ textIndent: 0 }}>{report.recipient}：</p>
        {report.text
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line, index) => (
            <p key={index}>{line}</p>
          ))}
      </div>
      <div className="sign-off">
        <p>{me.county}指挥中心</p>
        <p>{chineseMoment(report.sentAt)}</p>
      </div>
      <div className="foot">
        <div>
          报送单位：{me.county}指挥中心　报送方式：{report.stage === 'phone' ? '电话' : '书面'}
          {report.spokenTo === null ? '' : `　接电人：${report.spokenTo}`}
        </div>
        <div>
          报送时间：{formatDate(report.sentAt)} {formatMinute(report.sentAt)}　值班：{report.by}
        </div>
      </div>
    </Paper>
  );
}
