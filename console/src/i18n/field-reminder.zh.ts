export const fieldReminderZh = {
  title: '离线提醒',
  heading: '应用关闭时也提醒？',
  why: '应用不在屏幕上时，新指令以系统通知弹出并振动。点通知即可打开应用。',
  turnOn: '开启离线提醒',
  turnOff: '关闭离线提醒',
  later: '以后再说',
  busy: '请稍候…',
  failed: '没有开启成功，请看信号后再试；部分手机连不上推送服务',
  state: {
    on: '已开启',
    off: '未开启',
    blocked: '被拒绝，请在浏览器的网站设置中允许通知',
    unsupported: '浏览器不支持（须用 https 地址；苹果手机须先“添加到主屏幕”）',
  },
};
