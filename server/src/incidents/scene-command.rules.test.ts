import { describe, expect, test } from '@jest/globals';
import { INCIDENT_TYPES } from '@liandong/seed/xianju/incident-types';
import { sceneCommandPost } from './scene-command.rules.js';

const POSTS: Record<string, string> = {
  涉稳类: '县公安局局长',
  治安类: '县公安局局长',
  救援类: '县政府分管副县长',
  救助类: '县政府分管副县长',
  一般性: '主责队伍负责人',
};

describe('who commands at the scene', () => {
  test.each(Object.entries(POSTS))('%s: %s', (incidentClass, post) => {
    expect(sceneCommandPost(incidentClass)).toBe(post);
  });

  test.each([null, '', '没有的类'])('class %j: the head of the lead team', (incidentClass) => {
    expect(sceneCommandPost(incidentClass)).toBe('主责队伍负责人');
  });

  test.each([
    ['landslide', '县政府分管副县长'],
    ['suicide_attempt', '县政府分管副县长'],
    ['mass_gathering', '县公安局局长'],
    ['violent_terror', '县公安局局长'],
    ['power_outage', '主责队伍负责人'],
  ])('type %s: %s', (code, post) => {
    expect(sceneCommandPost(INCIDENT_TYPES.find((type) => type.code === code)!.incidentClass)).toBe(post);
  });

  test('every type of the county has a class the table knows', () => {
    for (const { incidentClass } of INCIDENT_TYPES) expect(Object.keys(POSTS)).toContain(incidentClass);
  });
});
