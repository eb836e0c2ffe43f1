export { SPECIALTY_WORDS as SPECIALTIES } from '@liandong/shared/specialty';
