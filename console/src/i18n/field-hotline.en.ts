import type { fieldFiguresZh, fieldHotlineZh } from './field-hotline.zh';
import type { Shape } from './shape';

export const fieldHotlineEn: Shape<typeof fieldHotlineZh> = {
  heading: 'Take a call',
  why: 'For calls that come straight to your team. Your own order is issued and acknowledged with it, and the centre sees it at once.',
  narrative: 'What happened',
  narrativeHint: 'e.g. landslide at Xiachen, two people trapped',
  place: 'Place',
  placeHint: 'Village, road, landmark',
  township: 'Township',
  anyTownship: 'Not known',
  callerPhone: 'Caller number',
  callerName: 'Caller',
  here: 'Use my position',
  locating: 'Looking…',
  located: 'My position is attached',
  dropPlace: 'Remove',
  noFix: 'No position; please write the place',
  noPlace: 'Without a place the stricter limit applies',
  send: 'Register and go',
  need: 'Please write what happened, two characters at least',
  badPhone: 'Digits only, 3 to 20 of them',
  kept: 'to be sent',
  keptWhy: 'Registered as soon as there is a line; your order then opens. If it is urgent, call the centre first.',
  refused: 'Not accepted: {{words}}',
  edit: 'Change it',
  drop: 'Drop it',
  callCentre: 'Call the centre {{phone}}',
};

export const fieldFiguresEn: Shape<typeof fieldFiguresZh> = {
  heading: 'People (leave out what is not known)',
  dead: 'Dead',
  injured: 'Injured',
  missing: 'Missing',
  trapped: 'Trapped',
  rescued: 'Rescued',
  unknown: '?',
  again: 'As last time: {{words}}',
  due: 'within {{span}}',
  over: 'over by {{span}}',
};
