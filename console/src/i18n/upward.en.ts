import type { Shape } from './shape';
import type { upwardZh } from './upward.zh';

export const upwardEn: Shape<typeof upwardZh> = {
  heading: 'Reports upward',
  stage: 'Which report',
  draft: 'Draft',
  drafting: 'Drafting from what is known…',
  recipient: 'To',
  spokenTo: 'Spoken to',
  text: 'Text',
  registers: 'Registers it as sent now; this instant counts',
  send: 'Sent, register',
  done: '{{stage}} registered',
  afterClosing: 'The final report follows the closing',
  useFinal: 'The incident is closed: send the final report',
  notOwed: 'No limits for reports upward here; one can be drafted if needed',
  nth: 'No. {{no}} {{stage}}',
  print: 'Print',
  files: 'Attachments',
  situation: {
    heading: 'Situation reports',
    write: 'Write one',
    hint: 'how it stands, what is being done, what is needed',
    figures: 'Figures (leave empty what is not known)',
    none: 'No situation report yet',
    no: 'no. {{no}}',
    done: 'Situation report taken down',
  },
  figure: { dead: 'dead', injured: 'injured', missing: 'missing', trapped: 'trapped', rescued: 'rescued' },
};
