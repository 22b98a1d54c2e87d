import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { core, Result } from './core';

const seconds = (ms: number) => (ms < 100 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);
const orDash = (ms: number | null) => (ms === null ? '–' : seconds(ms));

type Own = {
  readonly sends: string;
  readonly handler: string;
  readonly responds: string;
  readonly textLabel: string;
  readonly fixedText: string;
  readonly characters: (n: number) => string;
  /** Where the signature looks, and where the client put the text. */
  readonly looks: Readonly<Record<'bare' | 'model', string>>;
  readonly put: Readonly<Record<'query' | 'json' | 'curl', string>>;
  readonly outcome: Readonly<Record<'whole' | 'changed' | 'refused', string>>;
  readonly explain: Readonly<Record<string, string>>;
  /** Why a query lost the rest of the text. */
  readonly cut: (rest: string) => string;
  readonly timeline: string;
  readonly health: string;
  readonly alone: string;
  readonly requestsRow: string;
  readonly key: { readonly waits: string; readonly computes: string; readonly abandoned: string };
  readonly stats: {
    readonly p50: string;
    readonly p95: string;
    readonly ok: string;
    readonly refused: string;
    readonly timedOut: string;
    readonly health: string;
  };
  readonly time: (ms: number | null) => string;
  readonly of: (part: number, whole: number) => string;
  readonly model: Readonly<Record<string, string>>;
};
type Strings = LabStrings<typeof core.params, Result> & Own;

const en: Strings = {
  params: {
    panel: 'Look at',
    signature: 'The handler takes',
    place: 'The client sends',
    payload: 'The text is',
    text: 'Text',
    handler: 'The handler runs inference in',
    requests: 'Requests, 10 ms apart',
    seconds: 'Processor time of one inference, s',
  },
  options: {
    panel: { contract: 'One request', load: 'Many at once' },
    signature: { bare: 'text: str', model: 'item: PredictIn' },
    place: { query: 'query string', json: 'JSON body', curl: 'curl -d, no header' },
    payload: {
      fine: 'as typed',
      misnamed: 'named inputs',
      number: 'the number 42',
      empty: 'empty',
      long: '300 characters',
      broken: 'badly encoded',
    },
    handler: { blocking: 'the event loop', thread: 'asyncio.to_thread', pool: 'plain def', queue: 'a bounded queue' },
  },
  columns: {
    request: 'Request',
    arrival: 'Arrives, ms',
    start: 'Starts, ms',
    end: 'Ends, ms',
    latency: 'Client waits, ms',
    status: 'Status',
    field: 'Field',
    value: 'Value',
  },
  sends: 'Client sends',
  handler: 'Server runs',
  responds: 'Server answers',
  textLabel: 'Text to classify',
  fixedText: 'The choice below decides the text.',
  characters: (n) => `${n} characters`,
  looks: {
    bare: 'A bare str is a query parameter: FastAPI looks for ?text= in the URL.',
    model: 'A Pydantic model is the body: FastAPI looks for "text" in a JSON object.',
  },
  put: {
    query: 'The client put it in the URL.',
    json: 'The client put it in a JSON body.',
    curl: 'The client put JSON in the body, but curl -d announces a form.',
  },
  outcome: {
    whole: 'Accepted: the text arrived as meant.',
    changed: 'Accepted, but the model read another text. No error anywhere.',
    refused: 'Refused before your code ran.',
  },
  explain: {
    missing: 'loc says where FastAPI looked and found nothing.',
    string_type: 'JSON has types: 42 is not "42". Pydantic turns no number into a string.',
    string_too_short: 'min_length=1 refuses what the model could only guess at.',
    string_too_long: 'max_length=280 refuses it before it costs anything. The 422 sends the whole text back in input.',
    json_invalid: 'Single quotes are Python, not JSON. The parser stopped at character 1.',
    model_attributes_type: 'Without Content-Type: application/json the body stays one string.',
    number: 'In a URL everything is a string, so 42 becomes "42".',
    unchecked: 'A bare str has no limits, so nothing checked the length.',
    whole: '',
  },
  cut: (rest) => `An unescaped & ends a value: “${rest}” is all the model read.`,
  timeline: 'What the server does over time: one lane per request',
  health: 'health checks',
  alone: 'one alone',
  requestsRow: 'requests',
  key: { waits: 'waits', computes: 'computes', abandoned: 'computes for nobody' },
  stats: {
    p50: 'p50 of the 200s',
    p95: 'p95 of the 200s',
    ok: 'answered 200',
    refused: 'refused 503',
    timedOut: 'gateway 504',
    health: 'health in 100 ms',
  },
  time: orDash,
  of: (part, whole) => `${part} of ${whole}`,
  model: {
    blocking: 'Inference is a plain call inside async def: until it returns, the loop can do nothing else.',
    thread: 'asyncio.to_thread has min(32, cores + 4) threads: 8 here. They share 4 cores.',
    pool: 'FastAPI moves a def handler to a pool of 40 threads. They share 4 cores, so all finish late together.',
    queue: '4 threads compute, 8 requests may wait up to 2 s, the rest get 503 at once.',
  },
  summary: ({ response, outcome, load }, { panel, requests }) =>
    panel === 'load'
      ? `${load.ok} of ${requests} requests answered with 200${load.timedOut ? `, ${load.timedOut} with 504` : ''}${load.refused ? `, ${load.refused} with 503` : ''}; p50 ${orDash(load.p50)}, p95 ${orDash(load.p95)}. ${load.probesInTime} of ${load.run.probes.length} health checks in time, the slowest after ${seconds(load.slowestProbe)}.`
      : response.status === 200
        ? `200: the handler read ${response.body.text.length > 40 ? `${[...response.body.text].length} characters` : `“${response.body.text}”`} and says ${response.body.label}.${outcome === 'changed' ? ' That is not what the client meant.' : ''}`
        : `422: ${response.body.detail[0]?.msg} at ${response.body.detail[0]?.loc.join(' → ')}.`,
};

const zh: Strings = {
  params: {
    panel: '看什么',
    signature: '处理函数的参数',
    place: '客户端发送方式',
    payload: '文本内容',
    text: '文本',
    handler: '推理在哪里跑',
    requests: '请求数，每隔 10 ms 来一个',
    seconds: '一次推理占用的处理器时间（秒）',
  },
  options: {
    panel: { contract: '一个请求', load: '同时来一批' },
    signature: { bare: 'text: str', model: 'item: PredictIn' },
    place: { query: '查询串', json: 'JSON 请求体', curl: 'curl -d，没加请求头' },
    payload: {
      fine: '照输入的发',
      misnamed: '字段名写成 inputs',
      number: '数字 42',
      empty: '空',
      long: '300 个字符',
      broken: '编码有误',
    },
    handler: { blocking: '事件循环里', thread: 'asyncio.to_thread', pool: '普通 def', queue: '有界队列' },
  },
  columns: {
    request: '请求',
    arrival: '到达（ms）',
    start: '开始（ms）',
    end: '结束（ms）',
    latency: '客户端等待（ms）',
    status: '状态码',
    field: '字段',
    value: '值',
  },
  sends: '客户端发出',
  handler: '服务端代码',
  responds: '服务端返回',
  textLabel: '要分类的文本',
  fixedText: '文本由下面的选项决定。',
  characters: (n) => `${n} 个字符`,
  looks: {
    bare: '裸的 str 是查询参数（query parameter）：FastAPI 到 URL 里找 ?text=。',
    model: 'Pydantic 模型对应请求体（body）：FastAPI 到 JSON 对象里找 "text"。',
  },
  put: {
    query: '客户端把文本放进了 URL。',
    json: '客户端把文本放进了 JSON 请求体。',
    curl: '客户端的请求体是 JSON，但 curl -d 声明的却是表单。',
  },
  outcome: {
    whole: '通过：文本原样送达。',
    changed: '通过了，可模型读到的已经不是原来的文本，而且全程没有报错。',
    refused: '被拒绝，你的代码一行都没跑。',
  },
  explain: {
    missing: 'loc 写明 FastAPI 去哪里找、没找到什么。',
    string_type: 'JSON 分类型：42 不是 "42"。Pydantic 不会把数字悄悄变成字符串。',
    string_too_short: 'min_length=1 把空文本挡在门外，免得模型瞎猜。',
    string_too_long: 'max_length=280 在花钱之前就拒绝。注意：422 会在 input 里把整段文本原样退回。',
    json_invalid: '单引号是 Python 写法，不是 JSON。解析器在第 1 个字符就停下了。',
    model_attributes_type: '没有 Content-Type: application/json，请求体就只是一个字符串。',
    number: 'URL 里一切都是字符串，所以 42 成了 "42"。',
    unchecked: '裸的 str 没有任何约束，长度无人检查。',
    whole: '',
  },
  cut: (rest) => `没转义的 & 会把值截断：模型只读到“${rest}”。`,
  timeline: '服务端的时间线：一条泳道一个请求',
  health: '健康检查',
  alone: '单独一个',
  requestsRow: '请求',
  key: { waits: '等待', computes: '计算', abandoned: '白算（客户端已走）' },
  stats: {
    p50: '成功请求 p50',
    p95: '成功请求 p95',
    ok: '200 成功',
    refused: '503 拒绝',
    timedOut: '504 网关超时',
    health: '100 ms 内的健康检查',
  },
  time: orDash,
  of: (part, whole) => `${part} / ${whole}`,
  model: {
    blocking: '推理是 async def 里的一次普通调用：它不返回，事件循环什么也干不了。',
    thread: 'asyncio.to_thread 有 min(32, 核数 + 4) 个线程，这里是 8 个，共用 4 个核。',
    pool: 'FastAPI 把 def 处理函数放进 40 个线程的线程池。线程共用 4 个核，结果是大家一起晚完成。',
    queue: '4 个线程计算，最多 8 个请求排队、每个最多等 2 秒，其余立刻返回 503。',
  },
  summary: ({ response, outcome, load }, { panel, requests }) =>
    panel === 'load'
      ? `${requests} 个请求中 ${load.ok} 个返回 200${load.timedOut ? `，${load.timedOut} 个 504` : ''}${load.refused ? `，${load.refused} 个 503` : ''}；p50 为 ${orDash(load.p50)}，p95 为 ${orDash(load.p95)}。${load.run.probes.length} 次健康检查中 ${load.probesInTime} 次按时，最慢一次用了 ${seconds(load.slowestProbe)}。`
      : response.status === 200
        ? `200：处理函数读到${response.body.text.length > 40 ? ` ${[...response.body.text].length} 个字符` : `“${response.body.text}”`}，判为 ${response.body.label}。${outcome === 'changed' ? '但这不是客户端想发的文本。' : ''}`
        : `422：${response.body.detail[0]?.loc.join(' → ')} 处报错 ${response.body.detail[0]?.msg}。`,
};

export const strings = { en, zh };
