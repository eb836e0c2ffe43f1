/** Who and what of the story in major-incident.test.ts. */
export const FIRST_SIX = ['S06', 'P01', 'S13', 'P02', 'S10', 'P09'];
/** Those who came and finished: six forms. */
export const CAME = ['S06', 'P01', 'S13', 'P02', 'P09', 'S07'];
export const DEPUTY_HEAD = { name: '演示-陈副县长', phone: '10000000902' };
export const CHIEF = { post: '现场总指挥', name: '演示-林队长', phone: '10000000911' };

/** What the machinery adds while time passes: deliveries and reminders. */
export const UNDERWAY = ['messages.progressed', 'order.delivered', 'obligation.reminded', 'obligation.insisted'];

/** The whole story, told by its events. */
export const ACTS = {
  'incident.reported': 1,
  'order.issued': 9,
  'order.declined': 1,
  'order.acknowledged': 6,
  'order.mustered': 6,
  'order.en_route': 1,
  'order.on_scene': 6,
  'order.recalled': 1,
  'order.situation': 4,
  'order.cleared': 7,
  // One by hand; then each time the team that leads has finished, until none is left.
  'command.transferred': 7,
  // S10 goes beside those the plan proposes.
  'recommendation.overridden': 1,
  'upward.reported': 4,
  'obligation.missed': 4,
  'obligation.waived': 1,
  'incident.closed': 1,
  'feedback.submitted': 7,
  'feedback.returned': 1,
  'feedback.accepted': 6,
  'follow_up.opened': 1,
  'follow_up.done': 1,
  'notice.issued': 2,
  'notice.received': 1,
  'notice.answered': 2,
  'notice.closed': 2,
};

export const FORGIVEN = [
  '值班长 upward_report stood_down 警情已结案',
  '卫生防疫队 on_scene stood_down 无需洗消，途中返回',
  '县民兵应急队 acknowledge stood_down 现场力量已够',
  '县民兵应急队 clear stood_down 现场力量已够',
  '县民兵应急队 muster stood_down 现场力量已够',
  '县民兵应急队 on_scene stood_down 现场力量已够',
  '指挥中心 situation_report stood_down 警情已结案',
  '环境保护队 muster road_cut 连接线塌方，绕行上高速',
];
