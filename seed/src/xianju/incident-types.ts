export { INCIDENT_TYPES } from '@liandong/shared/defaults/incident-types';
