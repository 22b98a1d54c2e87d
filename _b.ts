import { readContent } from '@/lib/content/build-site';
import { benchSearch } from '@/tests/bench/search';
benchSearch(readContent('.').site);
