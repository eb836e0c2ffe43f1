import { ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from './ids.js';
import { Problem, type ProblemType } from './problem.js';

/** Failures of the HTTP layer itself, by Fastify's stable code or by status. */
const HTTP_FAILURES: Record<string, ProblemType> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unknown-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  '400': 'bad-json',
  '404': 'not-found',
  '413': 'too-large',
  '415': 'unknown-media',
};

/** Every failure leaves as a problem; what nobody expected leaves as a 500 with a trace id and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const body = this.known(thrown)?.body ?? this.unknown(thrown, request);
    void reply.status(body.status).header('cache-control', 'no-store').type('application/problem+json').send(body);
  }

  private known(thrown: unknown): Problem | null {
    if (thrown instanceof Problem) return thrown;
    const code = (thrown as { code?: string } | null)?.code ?? '';
    const status =
      thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number }).statusCode;
    const type = HTTP_FAILURES[code] ?? HTTP_FAILURES[String(status ?? '')];
    return type ? new Problem(type) : null;
  }

  private unknown(thrown: unknown, request: FastifyRequest) {
    const traceId = newId();
    this.log.error(`${traceId} ${request.method} ${request.url.split('?')[0]} ${(thrown as Error)?.stack ?? thrown}`);
    return {
      type: '/problems/internal',
      status: 500,
      title: '系统内部错误',
      titleEn: 'Internal error',
      advice: '请重试；若再次出现，请把编号报给管理员',
      traceId,
    };
  }
}
