export { RESPONSE_RULES } from '@liandong/shared/defaults/response-rules';
