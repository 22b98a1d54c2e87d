/**
 * The words of the thread's function names, by topic, so that verbs, adjectives and attributes fit the nouns beside them:
 * a model has more to learn here than which letters are neighbours. Written for this project.
 * DATA_SHA256 in names.ts hangs on every word and its place.
 */
export type Topic = {
  /** Countable nouns, singular. */
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
  /** What things of this topic are looked up, sorted or grouped by. */
  readonly attributes: readonly string[];
  /** States after is_{noun}_. */
  readonly states: readonly string[];
};

const list = (words: string): readonly string[] => words.split(' ');

export const TOPICS: readonly Topic[] = [
  {
    nouns: list('line word token string query header date url path template pattern phrase key field comment'),
    verbs: list('parse split trim format escape replace match join encode decode tokenize validate'),
    adjectives: list('empty raw short quoted common'),
    attributes: list('length name prefix regex'),
    states: list('empty valid quoted'),
  },
  {
    nouns: list('user account member team role guest group contact login'),
    verbs: list('add remove invite verify block notify register import'),
    adjectives: list('active new locked pending'),
    attributes: list('id email name role country'),
    states: list('active locked verified'),
  },
  {
    nouns: list('order invoice payment customer product cart coupon address price receipt'),
    verbs: list('add remove approve cancel charge refund ship print pay'),
    adjectives: list('open paid pending failed cheap'),
    attributes: list('id date status price email'),
    states: list('paid open shipped valid'),
  },
  {
    nouns: list('file folder image video archive report backup config record page chapter note'),
    verbs: list('open read write copy move rename compress resize upload download export import print'),
    adjectives: list('large hidden temp shared recent'),
    attributes: list('name size date type owner'),
    states: list('open hidden shared readable'),
  },
  {
    nouns: list('request response socket server client packet cookie proxy route message channel token host'),
    verbs: list('send receive retry forward route handle reject connect close bind ping throttle'),
    adjectives: list('secure failed public remote slow'),
    attributes: list('host port status method id'),
    states: list('open secure alive signed'),
  },
  {
    nouns: list('task job worker thread process queue cache timer lock event signal service'),
    verbs: list('start stop run pause resume cancel schedule flush wait_for kill spawn watch'),
    adjectives: list('idle busy stale running daily'),
    attributes: list('id priority time state owner'),
    states: list('idle running busy locked'),
  },
  {
    nouns: list('model batch tensor weight gradient layer dataset label sample score vector matrix metric'),
    verbs: list('train predict scale normalize clip shuffle sample average evaluate freeze reshape plot'),
    adjectives: list('random sparse hidden mean frozen'),
    attributes: list('label shape epoch score rank'),
    states: list('sparse frozen trained empty'),
  },
  {
    nouns: list('node edge tree graph list array stack row column index table cell block'),
    verbs: list('insert append push pop swap merge sort reverse traverse visit balance rotate'),
    adjectives: list('first last left root leaf'),
    attributes: list('key index depth value'),
    states: list('empty sorted full balanced'),
  },
];

/** Verbs that fit every topic. */
export const COMMON_VERBS = list('get set find create delete update check load save build');
/** Verbs that fit every topic and take a plural. */
export const PLURAL_VERBS = list('count list filter group');
export const COMMON_ADJECTIVES = list('next old');

/** …_by_{attribute} follows these; the second list takes a plural. */
export const BY_VERBS = list('get find select delete fetch lookup');
export const BY_PLURAL_VERBS = list('sort group filter count list order');
/** …_for_{owner} */
export const FOR_VERBS = list('get create build render');
export const OWNERS = list('user team admin client test page');
/** …_with_{noun of the same topic} */
export const WITH_VERBS = list('merge compare replace link');
/** …_from_{source}, …_to_{target} */
export const FROM_VERBS = list('load read fetch');
export const TO_VERBS = list('save write export');
export const PLACES = list('file disk json cache db');
export const HAS_ADJECTIVES = list('any no more valid');
