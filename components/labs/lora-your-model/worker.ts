import { serveWork } from '@/lib/labs/serve-work';
import { core } from './core';

serveWork(core);
