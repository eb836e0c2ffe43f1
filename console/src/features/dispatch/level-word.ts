import { i18next } from '../../i18n';

const NUMBERS = ['one', 'two', 'three'] as const;

/** 一级, 二级, 三级. */
export const levelWord = (level: number): string => i18next.t(`intake:level.${NUMBERS[level - 1] ?? 'one'}`);
