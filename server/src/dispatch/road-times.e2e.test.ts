import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LonLat } from '@liandong/shared/basics';
import { FakeOsrm } from '../../test/fakes/osrm.js';
import { readConfig } from '../config.js';
import { RoadTimes } from './road-times.js';

const SCENE = { lon: 120.462, lat: 28.737 };
const BASES = [
  { code: 'S05', location: { lon: 120.73, lat: 28.85 } },
  { code: 'P07', location: { lon: 120.472, lat: 28.733 } },
];

describe('road times by a routing service', () => {
  const osrm = new FakeOsrm();
  beforeAll(() => osrm.start());
  afterAll(() => osrm.stop());
  let roads: RoadTimes;
  beforeEach(async () => {
    await osrm.feels();
    osrm.asked.length = 0;
    osrm.says = null;
    osrm.seconds = 600;
    roads = new RoadTimes(readConfig({ ROUTING_URL: `${osrm.url}/` }));
  });
  const minutes = async (at: LonLat = SCENE) => {
    const found = await roads.to(at, BASES);
    return found && Object.fromEntries(found);
  };

  test('one request asks for all bases; the answer is kept for the same place', async () => {
    expect(await minutes()).toEqual({ S05: 10, P07: 10 });
    osrm.seconds = 60;
    expect(await minutes()).toEqual({ S05: 10, P07: 10 });
    expect(osrm.asked).toHaveLength(1);
    expect(osrm.asked[0]!.pathname).toBe('/table/v1/driving/120.46200,28.73700;120.73000,28.85000;120.47200,28.73300');
    expect(osrm.asked[0]!.searchParams.get('sources')).toBe('1;2');
    expect(await minutes({ lon: 120.5, lat: 28.7 })).toEqual({ S05: 1, P07: 1 });
  });

  test('a base no road leads from is left to the straight line, so is an absurd time', async () => {
    osrm.says = { code: 'Ok', durations: [[null], [900]] };
    expect(await minutes()).toEqual({ P07: 15 });
    osrm.says = { code: 'Ok', durations: [[-5], [9_999_999]] };
    expect(await minutes({ lon: 120.5, lat: 28.7 })).toEqual({});
  });

  test.each<[string, unknown]>([
    ['no table', { code: 'Ok' }],
    ['too few rows', { code: 'Ok', durations: [[60]] }],
    ['words for numbers', { code: 'Ok', durations: [['60'], ['70']] }],
    ['its own fault', { code: 'NoTable', message: 'no' }],
    ['no JSON at all', '<html>'],
  ])('%s: nothing is believed, and it is left alone for a while', async (_name, says) => {
    osrm.says = says;
    expect(await minutes()).toBeNull();
    osrm.says = null;
    expect(await minutes()).toBeNull();
    expect(osrm.asked).toHaveLength(1);
  });

  test('silent, or gone: given up, and not asked again for a while', async () => {
    await osrm.feels({ silent: 'untouched' });
    expect(await minutes()).toBeNull();
    await osrm.feels();
    expect(await minutes()).toBeNull();
    expect(osrm.asked).toHaveLength(0);
    roads = new RoadTimes(readConfig({ ROUTING_URL: osrm.url }));
    await osrm.feels({ down: true });
    expect(await minutes()).toBeNull();
  });

  test('without a setting nobody is asked', async () => {
    roads = new RoadTimes(readConfig({}));
    expect(await minutes()).toBeNull();
    expect(osrm.asked).toHaveLength(0);
  });
});
