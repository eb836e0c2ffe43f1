import type { LonLat } from '@liandong/shared/basics';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { readStored, store } from './storage';

const KEY = 'liandong.field.position';
/** Shorter than the time for undoing, so that the position leaves with its report. */
const PATIENCE_MS = 4_500;
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

/** Where this phone is now (WGS-84); null without consent, fix or in time. */
export function currentPosition(): Promise<LonLat | null> {
  if (useConsent.getState().consent !== 'yes' || !canLocate()) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 15_000 },
    );
  });
}

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
