import { describe, expect, test } from '@jest/globals';
import { INCIDENT_TYPES } from '@liandong/seed/xianju/incident-types';

/** The classes of the document; the posts that command them stand in the table `command_posts`, the last in the lead team. */
const CLASSES = ['涉稳类', '治安类', '救援类', '救助类', '一般性'];

describe('who commands at the scene', () => {
  test('every type of the county has a class the document names', () => {
    for (const { incidentClass } of INCIDENT_TYPES) expect(CLASSES).toContain(incidentClass);
  });
});
