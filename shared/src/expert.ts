import { z } from 'zod';
import { ClientId, Id, Instant, Phone, Reason } from './basics.js';
import { MorePhone } from './team.js';

/** The five categories of the expert group: 文件依据. */
export const EXPERT_CATEGORIES = ['自然灾害', '事故灾难', '公共卫生', '社会安全', '综合管理'] as const;
export type ExpertCategory = (typeof EXPERT_CATEGORIES)[number];

/** 到场, 电话指导, 不能参与. */
export const EXPERT_ANSWERS = ['coming', 'advising', 'cannot'] as const;
export type ExpertAnswer = (typeof EXPERT_ANSWERS)[number];

/** Somebody of the expert group (应急专家组). `specialty`: his fields in words. */
export const ExpertView = z.object({
  id: Id,
  name: z.string(),
  category: z.enum(EXPERT_CATEGORIES),
  specialty: z.string(),
  phone: z.string(),
  unit: z.string(),
  title: z.string(),
  morePhones: z.array(MorePhone),
});
export type ExpertView = z.infer<typeof ExpertView>;

export const ExpertBody = z.object({
  name: z.string().trim().min(1, '请写姓名').max(30),
  category: z.enum(EXPERT_CATEGORIES),
  specialty: z.string().trim().min(1, '请写专长').max(60),
  unit: z.string().trim().max(60).default(''),
  title: z.string().trim().max(30).default(''),
  phone: Phone,
  morePhones: z.array(MorePhone).max(4).default([]),
});
export type ExpertBody = z.infer<typeof ExpertBody>;

export const AddExpert = ExpertBody.extend({ clientId: ClientId });
export type AddExpert = z.infer<typeof AddExpert>;

export const EditExpert = ExpertBody.extend({ reason: Reason.shape.reason.optional() });
export type EditExpert = z.infer<typeof EditExpert>;

/** An expert for an incident, best first. `ticked`: proposed to be asked; `asked`: he has been, about this incident. */
export const ExpertProposal = z.object({
  expert: ExpertView,
  ticked: z.boolean(),
  reasons: z.array(z.string()),
  asked: z.boolean(),
});
export type ExpertProposal = z.infer<typeof ExpertProposal>;

/** With the words a call would say: where and what, and what is wanted. */
export const ExpertProposals = z.object({ place: z.string(), task: z.string(), items: z.array(ExpertProposal) });
export type ExpertProposals = z.infer<typeof ExpertProposals>;

/**
 * 请专家: about an incident, or on its own (`incidentId` null). `place`: where and what, as the text says it; with an
 * incident it may be left out. An incident that is a drill makes the call one.
 */
export const CallExperts = z.object({
  incidentId: Id.nullable(),
  expertIds: z.array(Id).min(1, '请选专家').max(33),
  place: z.string().trim().min(2, '请写地点与事由').max(40).optional(),
  task: z.string().trim().min(2, '请写要请专家做什么').max(60),
  drill: z.boolean().default(false),
  clientId: ClientId,
});
export type CallExperts = z.infer<typeof CallExperts>;

/** One expert asked once. `silent`: asked again and still without an answer. `words`: what he said, as far as it was more. */
export const ExpertCallView = z.object({
  id: Id,
  incidentId: Id.nullable(),
  incidentNumber: z.string().nullable(),
  expertId: Id,
  expertName: z.string(),
  category: z.enum(EXPERT_CATEGORIES),
  phone: z.string(),
  place: z.string(),
  task: z.string(),
  drill: z.boolean(),
  askedAt: Instant,
  askedBy: z.string(),
  chasedAt: Instant.nullable(),
  answer: z.enum(EXPERT_ANSWERS).nullable(),
  etaMinutes: z.number().int().nullable(),
  words: z.string(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  source: z.enum(['sms', 'voice', 'verbal']).nullable(),
});
export type ExpertCallView = z.infer<typeof ExpertCallView>;

/** What an expert said on the phone, taken down by a dispatcher. */
export const AnswerExpertCall = z.object({
  answer: z.enum(EXPERT_ANSWERS),
  etaMinutes: z.number().int().min(0).max(999).nullable().default(null),
  words: z.string().trim().max(300).default(''),
});
export type AnswerExpertCall = z.infer<typeof AnswerExpertCall>;
