/** `npm run build`: `.output/chrome-mv3` and `.output/firefox-mv3`. */
import { build } from './steps.ts';

process.exitCode = [build('chrome'), build('firefox')].some((result) => result.failed > 0) ? 1 : 0;
