import { formatDate, formatMinute } from '../../ui/time.js';

/** 2026年7月14日14时02分, in the county's time: how a paper says an instant. */
export function chineseMoment(at: string): string {
  const [year, month, day] = formatDate(at).split('-').map(Number);
  const [hour, minute] = formatMinute(at).split(':');
  return `${year}年${month}月${day}日${Number(hour)}时${minute}分`;
}

/** 1小时38分49秒: how a paper says a span of seconds. */
export function chineseSpan(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}小时` : ''}${hours > 0 || minutes > 0 ? `${minutes}分` : ''}${whole % 60}秒`;
}
