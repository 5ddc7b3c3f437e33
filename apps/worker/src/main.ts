import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from './settings.js';
import { WorkerModule } from './worker.module.js';

const application = await NestFactory.createApplicationContext(
  WorkerModule.register(readSettings(process.env)),
  {
    logger: ['log', 'warn', 'error'],
  },
);
application.enableShutdownHooks(['SIGTERM', 'SIGINT']);
console.log('worker ready');
