import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { countyAsIs, readKnownCounty } from './county.queries.js';

/**
 * What the county says of itself, put in force: name, phone and zone are read from the process's settings everywhere, and
 * are filled in here, at the start and whenever somebody changed them on whichever node. The environment comes first.
 */
@Injectable()
export class CountyInForce implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    relay: EventRelay,
  ) {
    relay.listen((events) => {
      if (events.some(({ type }) => type === 'county.edited' || type === 'county.imported')) void this.refresh();
    });
  }

  onModuleInit(): Promise<void> {
    return this.refresh();
  }

  async refresh(): Promise<void> {
    const { title, centrePhone, zone } = countyAsIs(await readKnownCounty(this.database), this.config);
    const said = { COUNTY_NAME: title, CENTRE_PHONE: centrePhone, COUNTY_TZ: zone };
    Object.assign(this.config, said, this.config.countyFixed);
  }
}
