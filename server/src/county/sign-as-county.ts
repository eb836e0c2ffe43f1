import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EditTemplate } from '../messages/templates/edit-template.js';
import { TEMPLATES } from '../messages/templates/templates.table.js';
import type { Actor } from '../platform/actor.js';
import { readKnownCounty } from './county.queries.js';

/** A county's texts carry its own name, unless somebody has already said how they are signed. */
@Injectable()
export class SignAsCounty {
  constructor(
    private readonly database: DataSource,
    private readonly editTemplate: EditTemplate,
  ) {}

  async run(actor: Actor): Promise<void> {
    const known = await readKnownCounty(this.database);
    if (!known?.name) return;
    const [edited] = await this.database.query(`SELECT 1 FROM message_templates WHERE key = 'signature'`);
    const body = `${shortName(known.name)}联动`;
    if (edited || body === TEMPLATES.signature.body) return;
    await this.editTemplate.run('signature', { body, approvals: {}, reason: '建县：按县名签名' }, actor);
  }
}

/** 云溪县 → 云溪; two characters stay as they are. */
const shortName = (name: string): string => (name.length > 2 ? name.replace(/(自治县|县|市|区|旗)$/, '') : name);
