import { formatDate, formatMinute } from '../../ui/time.js';

/** 2026年7月14日14时02分, in the county's time: how a paper says an instant. */
export function chineseMoment(at: string): string {
  const [year, month, day] = formatDate(at).split('-').map(Number);
  const [hour, minute] = formatMinute(at).split(':');
  return `${year}年${month}月${day}日${Number(hour)}时${minute}分`;
}
