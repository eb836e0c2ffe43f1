import type { CodeClass } from '../../lines/code.rules.js';
import type { LineFacts } from '../../lines/line.js';

type Codes = Record<string, { means: CodeClass; words: string }>;

/** Longest value of one template variable, in characters; shortest is 1 (help.aliyun.com/document_detail/463270.htm). */
export const LONGEST_VARIABLE = 35;

/** Said by the gateway before either product sees a request (api.aliyun.com, 公共错误码). */
const GATEWAY: Codes = {
  'InvalidAccessKeyId.NotFound': { means: 'account', words: '密钥不存在' },
  'InvalidAccessKeyId.Inactive': { means: 'account', words: '密钥已停用' },
  InvalidAccessKeyId: { means: 'account', words: '密钥无效' },
  SignatureDoesNotMatch: { means: 'account', words: '密钥不符' },
  IncompleteSignature: { means: 'account', words: '密钥不符' },
  'InvalidTimeStamp.Expired': { means: 'account', words: '服务器时间不准，被拒绝' },
  'Forbidden.RAM': { means: 'account', words: '密钥无发送权限' },
  NoPermission: { means: 'account', words: '密钥无发送权限' },
  SignatureNonceUsed: { means: 'line_busy', words: '请求重复，稍后再发' },
  Throttling: { means: 'line_busy', words: '线路限流，稍后再发' },
  'Throttling.User': { means: 'line_busy', words: '线路限流，稍后再发' },
  'Throttling.Api': { means: 'line_busy', words: '线路限流，稍后再发' },
  ServiceUnavailable: { means: 'down', words: '线路自身故障' },
  InternalError: { means: 'down', words: '线路自身故障' },
};

/** Said by both products (help.aliyun.com/document_detail/101346.html, …/178344.html). */
const COMMON: Codes = {
  'isp.RAM_PERMISSION_DENY': { means: 'account', words: '密钥无发送权限' },
  'isv.OUT_OF_SERVICE': { means: 'account', words: '账户欠费停机' },
  'isv.AMOUNT_NOT_ENOUGH': { means: 'account', words: '账户余额不足' },
  'isv.PRODUCT_UN_SUBSCRIPT': { means: 'account', words: '未开通服务' },
  'isv.PRODUCT_UNSUBSCRIBE': { means: 'account', words: '未开通服务' },
  'isv.ACCOUNT_NOT_EXISTS': { means: 'account', words: '账户不存在' },
  'isv.ACCOUNT_ABNORMAL': { means: 'account', words: '账户异常' },
  'isv.DENY_IP_RANGE': { means: 'account', words: '服务器地址不在中国内地，被拒绝' },
  'isv.BUSINESS_LIMIT_CONTROL': { means: 'number_busy', words: '该号码已达线路上限' },
  'isv.MOBILE_NUMBER_ILLEGAL': { means: 'number', words: '号码格式不对' },
  'isv.TEMPLATE_MISSING_PARAMETERS': { means: 'content', words: '模板参数缺少' },
  'isv.TEMPLATE_PARAMS_ILLEGAL': { means: 'content', words: '模板参数不合规' },
  'isv.INVALID_PARAMETERS': { means: 'content', words: '参数不合规' },
  'isv.INVALID_JSON_PARAM': { means: 'content', words: '参数不合规' },
  'isv.PARAM_LENGTH_LIMIT': { means: 'content', words: '模板参数过长' },
  'isv.PARAM_NOT_SUPPORT_URL': { means: 'content', words: '模板参数不能含网址' },
  'isv.BLACK_KEY_CONTROL_LIMIT': { means: 'content', words: '含被拦截的字词' },
  'isp.SYSTEM_ERROR': { means: 'down', words: '线路自身故障' },
  'isp.GATEWAY_ERROR': { means: 'down', words: '线路自身故障' },
  'isp.UNKNOWN': { means: 'down', words: '线路自身故障' },
  not_approved: { means: 'content', words: '模板未报备' },
  param_too_long: { means: 'content', words: '参数过长' },
};

const SMS_REFUSALS: Codes = {
  'isv.DAY_LIMIT_CONTROL': { means: 'account', words: '已达本账户每日上限' },
  'isv.MONTH_LIMIT_CONTROL': { means: 'account', words: '已达本账户每月上限' },
  'isv.SECURITY_FROZEN_ACCOUNT': { means: 'account', words: '账户被冻结' },
  'isv.SMS_OVER_LIMIT': { means: 'line_busy', words: '线路限流，稍后再发' },
  'isv.SMS_TEMPLATE_ILLEGAL': { means: 'content', words: '模板未通过或与参数不符' },
  'isv.SMS_SIGNATURE_ILLEGAL': { means: 'content', words: '签名未通过' },
  'isv.SMS_SIGN_ILLEGAL': { means: 'content', words: '签名被禁用' },
  'isv.SIGN_STATE_ILLEGAL': { means: 'content', words: '签名不可用' },
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': { means: 'content', words: '签名与模板类型不符' },
  'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE': { means: 'content', words: '内容与模板类型不符' },
  'isv.SMS_CONTENT_ILLEGAL': { means: 'content', words: '含被禁止的内容' },
  'isv.UNSUPPORTED_CONTENT': { means: 'content', words: '含不支持的字符' },
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': { means: 'content', words: '模板不能发往境内号码' },
  'isv.CUSTOMER_REFUSED': { means: 'unsubscribed', words: '机主已拒收' },
};

/** What carriers report afterwards (help.aliyun.com/document_detail/101347.html; two-part codes: CMPP of China Mobile). */
const SMS_REPORTS: Codes = {
  MOBILE_NOT_ON_SERVICE: { means: 'later', words: '停机、空号、关机或不在服务区' },
  INVALID_NUMBER: { means: 'later', words: '号码状态异常' },
  MOBILE_ACCOUNT_ABNORMAL: { means: 'later', words: '欠费或携号转网' },
  MOBLLE_TERMINAL_ERROR: { means: 'later', words: '手机存储已满或故障' },
  MOBILE_SEND_LIMIT: { means: 'number_busy', words: '该号码已达运营商上限' },
  MOBILE_IN_BLACK: { means: 'unsubscribed', words: '号码在拒收名单' },
  USER_REJECT: { means: 'unsubscribed', words: '机主已退订' },
  CONTENT_KEYWORD: { means: 'content', words: '含被运营商拦截的字词' },
  CONTENT_ERROR: { means: 'content', words: '内容不合运营商规定' },
  SIGNATURE_BLACKLIST: { means: 'content', words: '签名被运营商拦截' },
  PORT_NOT_REGISTERED: { means: 'content', words: '签名尚未向运营商报备' },
  NO_ROUTE: { means: 'content', words: '此内容没有可用通道' },
  PARAMS_ILLEGAL: { means: 'content', words: '参数不合规' },
  IS_CLOSE: { means: 'later', words: '通道关停，稍后再发' },
  SP_NOT_BY_INTER_SMS: { means: 'number', words: '号码未开通此类短信' },
  SP_UNKNOWN_ERROR: { means: 'later', words: '运营商未说明原因' },
  REQUEST_SUCCESS: { means: 'later', words: '已发往运营商，没有回执' },
  UNDELIV: { means: 'later', words: '未送达，手机停机或关机' },
  UNDELIVERED: { means: 'later', words: '未送达' },
  EXPIRED: { means: 'later', words: '长时间关机或不在服务区' },
  REJECTD: { means: 'later', words: '被运营商拒绝' },
  UNKNOWN: { means: 'later', words: '运营商未说明原因' },
  unknown: { means: 'later', words: '运营商未说明原因' },
  'MK:0000': { means: 'later', words: '号码状态异常' },
  'MK:0001': { means: 'number', words: '空号' },
  'MK:0005': { means: 'later', words: '停机' },
  'MK:0010': { means: 'later', words: '关机或不在服务区' },
  'MK:0013': { means: 'later', words: '停机' },
  'MK:0023': { means: 'later', words: '关机' },
  'MK:0115': { means: 'content', words: '被当作垃圾短信拦截' },
  'DB:0144': { means: 'unsubscribed', words: '号码在拒收名单' },
};

/** Limits: help.aliyun.com/document_detail/2881383.html; calls a second: …/en/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms. */
export const ALIYUN_SMS: LineFacts = {
  title: '阿里云短信',
  source: 'https://help.aliyun.com/document_detail/101346.html',
  codes: { ...GATEWAY, ...COMMON, ...SMS_REFUSALS, ...SMS_REPORTS },
  // Counted there for each template apart: kept as if it were for all together, so that it is never met.
  perNumber: [{ most: 50, seconds: 86_400 }],
  perSameText: { most: 1, seconds: 1 },
  perSecond: 5000,
  queues: false,
  freeText: false,
  links: false,
  receipts: true,
};

const VOICE_REFUSALS: Codes = {
  'isv.TTS_TEMPLATE_ILLEGAL': { means: 'content', words: '语音模板未通过' },
  'isv.TEMPLATE_ILLEGAL': { means: 'content', words: '语音模板未通过' },
  'isv.VOICE_FILE_ILLEGAL': { means: 'content', words: '语音模板未通过' },
  'isv.DISPLAY_NUMBER_ILLEGAL': { means: 'account', words: '主叫号码不可用' },
  'isv.BILLID_NOT_EXIST': { means: 'account', words: '主叫号码不属于本账户' },
  'isv.COMPLAINT_REJECT': { means: 'unsubscribed', words: '机主投诉过，被拦截' },
  ComplaintReject: { means: 'unsubscribed', words: '机主投诉过，被拦截' },
  'isv.VOICE_CALL_FAIL': { means: 'later', words: '呼叫未能发起' },
  'isv.VOICE_CALL_PERIOD_ERROR': { means: 'later', words: '此时段不能呼叫' },
};

/** How a call ended (help.aliyun.com/document_detail/55085.htm, …/112804.htm). */
const VOICE_REPORTS: Codes = {
  '200002': { means: 'later', words: '占线' },
  '200003': { means: 'later', words: '无人接听' },
  '200004': { means: 'number', words: '空号' },
  '200005': { means: 'later', words: '无法接通或拒接' },
  '200006': { means: 'content', words: '语音播放失败' },
  '200007': { means: 'later', words: '不在服务区' },
  '200010': { means: 'later', words: '关机' },
  '200011': { means: 'later', words: '停机' },
  '200012': { means: 'later', words: '呼叫受限' },
  '200104': { means: 'account', words: '主叫号码受限' },
  '200105': { means: 'later', words: '被叫号码受限' },
  '200117': { means: 'account', words: '主叫号码不可用' },
  '200118': { means: 'later', words: '此时段不能呼叫' },
  '200119': { means: 'number_busy', words: '呼叫过于频繁' },
  '200121': { means: 'line_busy', words: '同时呼叫过多' },
  '200130': { means: 'later', words: '未接通，原因不明' },
  '400': { means: 'later', words: '运营商繁忙' },
  '476': { means: 'account', words: '主叫号码已被收回' },
  '482': { means: 'later', words: '被叫号码不可用' },
  '500': { means: 'later', words: '运营商故障' },
  '999999': { means: 'later', words: '线路故障' },
};

/** Somebody listened, whatever he pressed: to the end, not to the end, without pressing a key. */
export const ANSWERED: readonly string[] = ['200000', '200001', '200008'];
/** The call is still going on, or has ended without saying how. */
export const UNDER_WAY: readonly string[] = ['200100', '200101', '200102', '200103', '200201', '300000'];

/** Limits: help.aliyun.com/document_detail/178344.html; calls a second: …/393521.html. */
export const ALIYUN_VOICE: LineFacts = {
  title: '阿里云语音',
  source: 'https://help.aliyun.com/document_detail/178344.html',
  codes: { ...GATEWAY, ...COMMON, ...VOICE_REFUSALS, ...VOICE_REPORTS },
  perNumber: [
    { most: 1, seconds: 60 },
    { most: 5, seconds: 3600 },
    { most: 20, seconds: 86_400 },
  ],
  perSameText: { most: 1, seconds: 1 },
  perSecond: 100,
  queues: false,
  freeText: false,
  links: false,
  receipts: true,
};
