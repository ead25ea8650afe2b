import { tokyoDay } from '@kaerimichi/discharge';
import { inventedCards } from './invented-cards.ts';

// A program for the bench, which speaks to the product from outside only: prints invented cards as JSON.
const [count = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(inventedCards(Number(count), tokyoDay(new Date().toISOString()))));
