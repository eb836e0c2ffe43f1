import type { LonLat } from '@liandong/shared/basics';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { readStored, store } from './storage';

const KEY = 'liandong.field.position';
/** Shorter than the time for undoing, so that the position leaves with its report. */
const PATIENCE_MS = 4_500;
/** Somebody waits for it with open eyes: a first fix under trees takes its time. */
const ASKED_PATIENCE_MS = 15_000;
/** How often the distance to the place is read again while the order is on the screen. */
const REFRESH_MS = 60_000;

/** The person's answer, asked once: null = not asked yet. */
export const useConsent = create<{ consent: 'yes' | 'no' | null }>(() => ({ consent: readStored(KEY, null) }));

export const canLocate = (): boolean => 'geolocation' in navigator && window.isSecureContext;

export function answerConsent(consent: 'yes' | 'no'): void {
  store(KEY, consent);
  useConsent.setState({ consent });
  if (consent === 'yes') void currentPosition();
}

function fix(timeout: number): Promise<LonLat | null> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout, maximumAge: 15_000 },
    );
  });
}

/** Where this phone is now (WGS-84); null without consent, fix or in time. */
export function currentPosition(): Promise<LonLat | null> {
  if (useConsent.getState().consent !== 'yes' || !canLocate()) return Promise.resolve(null);
  return fix(PATIENCE_MS);
}

/** Where this phone is, because the person has just asked for it: that press is the consent, for this once. */
export const locateNow = (): Promise<LonLat | null> => (canLocate() ? fix(ASKED_PATIENCE_MS) : Promise.resolve(null));

/** The position for showing a distance: read when shown, then once a minute. */
export function usePosition(): LonLat | null {
  const { consent } = useConsent();
  const [here, setHere] = useState<LonLat | null>(null);
  useEffect(() => {
    if (consent !== 'yes') return;
    let gone = false;
    const read = (): void => {
      if (document.visibilityState === 'visible') void currentPosition().then((fix) => fix && !gone && setHere(fix));
    };
    read();
    const timer = setInterval(read, REFRESH_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [consent]);
  return here;
}
