import type { Api } from '@liandong/shared/api';
import type { Answer } from '@liandong/shared/route';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';

type Name = 'previewPlaceImport' | 'previewBorders';

interface Looked<N extends Name> {
  preview: Answer<Api[N]> | null;
  problem: string | null;
  looking: boolean;
}

/** Looks at a file as soon as everything about it is said, and again when that changes; null: nothing to look at yet. */
export function usePreview<N extends Name>(name: N, body: object | null): Looked<N> {
  const { t } = useTranslation('app');
  const [looked, setLooked] = useState<Looked<N>>({ preview: null, problem: null, looking: false });
  const offline = t('offline');
  const key = JSON.stringify(body);
  useEffect(() => {
    let stale = false;
    const settle = (next: Looked<N>): void => {
      if (!stale) setLooked(next);
    };
    const asked: unknown = JSON.parse(key);
    settle({ preview: null, problem: null, looking: asked !== null });
    if (asked !== null) {
      call(name, { body: asked } as never).then(
        (preview) => settle({ preview: preview as Answer<Api[N]>, problem: null, looking: false }),
        (error: unknown) => settle({ preview: null, problem: problemText(error, offline), looking: false }),
      );
    }
    return () => {
      stale = true;
    };
  }, [name, key, offline]);
  return looked;
}
