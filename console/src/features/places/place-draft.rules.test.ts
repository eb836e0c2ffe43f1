import { describe, expect, it } from '@jest/globals';
import { blankPlace, draftOf, placeBody, pointed, shownAt } from './place-draft.rules.js';

const view = {
  code: 'T1',
  name: '下陈村',
  aliases: ['下陈', '夏陈'],
  kind: 'village' as const,
  townshipCode: '101',
  townshipName: '横溪镇',
  location: { lon: 120.46, lat: 28.73 },
  grade: 'B',
  basis: '本县约定',
  retiredAt: null,
};

describe('a place in its form', () => {
  it('comes out as it went in, once a reason is given', () => {
    expect(placeBody(draftOf(view))).toBeUndefined();
    expect(placeBody({ ...draftOf(view), reason: '核对' })).toMatchObject({
      name: '下陈村',
      aliases: ['下陈', '夏陈'],
      location: view.location,
      datum: 'wgs84',
    });
  });

  it.each(['下陈；夏陈', '下陈、夏陈', ' 下陈 , 夏陈 ,', '下陈\n夏陈'])('takes aliases written as %j', (aliases) => {
    expect(placeBody({ ...draftOf(view), aliases, reason: '核对' })?.aliases).toEqual(['下陈', '夏陈']);
  });

  it.each([{ lon: '' }, { lat: '一' }, { lon: '220' }, { townshipCode: null }, { basis: '' }])(
    'is not ready with %o',
    (wrong) => {
      expect(placeBody({ ...draftOf(view), reason: '核对', ...wrong })).toBeUndefined();
    },
  );

  it('a click on the map is a WGS-84 point; one of another datum is not drawn where it is not', () => {
    const clicked = { ...{ ...blankPlace(), datum: 'gcj02' as const }, ...pointed({ lon: 120.5, lat: 28.7 }) };
    expect([clicked.datum, shownAt(clicked)]).toEqual(['wgs84', { lon: 120.5, lat: 28.7 }]);
    expect(shownAt({ ...clicked, datum: 'gcj02' })).toBeNull();
    expect(shownAt(blankPlace())).toBeNull();
  });
});
