import { Module } from '@nestjs/common';
import { CONFIG } from '../config.js';
import { AttachmentsController } from './attachments.controller.js';
import { FILE_STORE, fileStore } from './file-store.js';
import { UploadAttachment } from './upload-attachment.js';

@Module({
  controllers: [AttachmentsController],
  providers: [UploadAttachment, { provide: FILE_STORE, useFactory: fileStore, inject: [CONFIG] }],
})
export class AttachmentsModule {}
