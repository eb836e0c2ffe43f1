import { Module } from '@nestjs/common';
import { ConfirmRead } from './confirm-read.js';
import { DocumentsController } from './documents.controller.js';
import { EditDocuments } from './edit-documents.js';
import { RemindReaders } from './remind-readers.js';

@Module({ controllers: [DocumentsController], providers: [ConfirmRead, EditDocuments, RemindReaders] })
export class DocumentsModule {}
