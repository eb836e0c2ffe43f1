import { FakeServer } from './fake-server.js';

/** A routing service as OSRM's table: every source needs `seconds`, or as `says` has it. */
export class FakeOsrm extends FakeServer {
  readonly asked: URL[] = [];
  seconds = 600;
  /** What it answers in place of a sound table. */
  says: unknown = null;

  constructor() {
    super(({ url }) => {
      this.asked.push(url);
      const places = url.pathname.split('/').at(-1)!.split(';');
      const sources = url.searchParams.get('sources')!.split(';');
      if (!url.pathname.startsWith('/table/v1/driving/') || url.searchParams.get('annotations') !== 'duration')
        return { status: 400, body: { code: 'InvalidUrl' } };
      if (sources.some((source) => !places[Number(source)])) return { status: 400, body: { code: 'InvalidValue' } };
      const table = { code: 'Ok', durations: sources.map(() => [this.seconds]), sources: [], destinations: [] };
      return { status: 200, body: this.says ?? table };
    });
  }
}
