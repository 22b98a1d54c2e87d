import { DEEPEST } from './core';
import { reads, SOURCE, TOKENS } from './mask';
import type { Words } from './words';

const names = (bits: number, tokens: readonly string[], join: string) =>
  tokens.filter((_, token) => reads(bits, token)).join(join);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rowList = (rows: readonly number[], join: string) => rows.map((row) => row + 1).join(join);

const enTokens = ['Ich', 'liebe', 'dich', 'I', 'love', 'you'];
const zhTokens = ['I', 'love', 'you', '我', '爱', '你'];

const en: Words = {
  params: { rows: 'Mask, row by row', layers: 'Layers', row: 'Row written out' },
  columns: {
    row: 'row',
    reads: 'may read',
    knows: 'knows after the layers',
    causal: 'causal mask',
    predicts: 'predicts',
    leak: 'honest',
  },
  summary: (result, { layers }) =>
    `${en.kind[result.kind]}, ${layers} ${layers === 1 ? 'layer' : 'layers'}. ${en.nextNote(result)} ${en.blankNote(result)} ${en.answerNote(result)}`,
  tokens: enTokens,
  gridTitle: 'Who may read whom',
  gridNote:
    'A row reads the columns that are filled. Press or drag over cells to paint; arrow keys move, space paints.',
  gridText: (result, layers) =>
    `Mask of ${TOKENS} tokens after ${layers} layers: ${result.know.map((bits, i) => `${enTokens[i]} (${i + 1}) knows ${names(bits, enTokens, ', ')}`).join('; ')}`,
  readsColumn: 'reads →',
  source: 'source',
  target: 'target',
  startFrom: 'Start from',
  presets: { bidirectional: 'all', causal: 'causal', apart: 'two halves apart', none: 'nothing' },
  cell: (row, token, painted, known) =>
    `Row ${row + 1}, ${enTokens[row]}, reads ${token + 1}, ${enTokens[token]}: ${painted ? 'yes' : known ? 'no, but learns it through other rows' : 'no'}`,
  legend: {
    painted: 'reads directly',
    deeper: 'learns it through other rows',
    leak: 'knows the token it must predict',
    stairs: 'edge of the causal mask',
  },
  depth: (layers) => `${layers} of ${DEEPEST} layers with this mask`,
  kind: {
    bidirectional: 'Bidirectional mask',
    causal: 'Causal mask',
    prefix: 'Prefix mask',
    apart: 'Two halves without cross-attention',
    other: 'A mask of your own',
  },
  kindNote: {
    bidirectional: 'BERT and other encoders: every token reads every token.',
    causal: 'GPT and other decoders: every token reads itself and what stands before it.',
    prefix:
      'A prefix LM as it stands. Cut it at the gap and give each half its own weights, and it is T5: encoder self-attention at the upper left, cross-attention at the lower left, decoder self-attention at the lower right; the upper right does not exist.',
    apart: 'An encoder and a decoder that never meet: what is missing is cross-attention, the lower left.',
    other: 'No family by this name. What counts is the list of jobs.',
  },
  pinRow: (row) => `Write out row ${row + 1}, ${enTokens[row]}`,
  rowTitle: (row) => `Row ${row + 1}, “${enTokens[row]}”`,
  rowReads: (result, row) =>
    (result.mask[row] ?? 0) === 0 ? 'may read nothing' : `may read ${names(result.mask[row] ?? 0, enTokens, ' · ')}`,
  rowKnows: (result, row, layers) =>
    `after ${layers} ${layers === 1 ? 'layer' : 'layers'} it knows ${names(result.know[row] ?? 0, enTokens, ' · ')}`,
  rowPredicts: (result, row) =>
    row === TOKENS - 1
      ? 'nothing follows, so it predicts nothing'
      : result.leaks.includes(row)
        ? `must predict “${enTokens[row + 1]}” and has already seen it`
        : `must predict “${enTokens[row + 1]}” and has not seen it`,
  jobs: 'What this mask can be trained to do',
  next: 'Predict the next token (GPT)',
  nextNote: ({ leaks, early }) =>
    leaks.length > 0
      ? `${leaks.length} of ${TOKENS - 1} predictions see their answer (rows ${rowList(leaks, ', ')}).`
      : early.length > 0
        ? `No answer is seen, but rows ${rowList(early, ', ')} know tokens that are not written yet.`
        : `All ${TOKENS - 1} predictions are honest, and text can be written token by token.`,
  blank: 'Fill in a hidden token (BERT)',
  blankNote: ({ context }) =>
    `With its own token hidden, a row knows ${mean(context).toFixed(1)} of ${TOKENS - 1} others on average.`,
  answer: 'Read the source, write the target (T5)',
  answerNote: ({ answer }) =>
    `Source rows that know the whole source: ${answer.source} of ${SOURCE}. Target rows that know source and own past: ${answer.target} of ${TOKENS - SOURCE}. Rows that know too much: ${answer.early}.`,
  verdict: { good: 'fits', part: 'in part', bad: 'spoiled' },
  emptyRow: (rows) =>
    `Rows ${rowList(rows, ', ')} may read nothing: softmax over no score is 0/0. Give them one cell, themselves if nothing else.`,
};

const zh: Words = {
  params: { rows: '掩码（逐行）', layers: '层数', row: '展开哪一行' },
  columns: {
    row: '行',
    reads: '可直接读',
    knows: '若干层后知道',
    causal: '因果掩码',
    predicts: '要预测',
    leak: '没偷看',
  },
  summary: (result, { layers }) =>
    `${zh.kind[result.kind]}，${layers} 层。${zh.nextNote(result)}${zh.blankNote(result)}${zh.answerNote(result)}`,
  tokens: zhTokens,
  gridTitle: '谁能读谁',
  gridNote: '每一行读取涂上颜色的那些列。点按或拖过格子就能涂画；方向键移动，空格键涂画。',
  gridText: (result, layers) =>
    `${TOKENS} 个词元的掩码，${layers} 层之后：${result.know.map((bits, i) => `${zhTokens[i]}（${i + 1}）知道 ${names(bits, zhTokens, '、')}`).join('；')}`,
  readsColumn: '读 →',
  source: '原文',
  target: '译文',
  startFrom: '从哪张掩码开始',
  presets: { bidirectional: '全涂', causal: '因果', apart: '两半分开', none: '全空' },
  cell: (row, token, painted, known) =>
    `第 ${row + 1} 行 ${zhTokens[row]} 读第 ${token + 1} 个 ${zhTokens[token]}：${painted ? '可以' : known ? '不能，但经由别的行得知' : '不能'}`,
  legend: {
    painted: '直接读',
    deeper: '经由别的行得知',
    leak: '已经知道自己要预测的词元',
    stairs: '因果掩码的边界',
  },
  depth: (layers) => `用这张掩码叠 ${layers} 层（最多 ${DEEPEST} 层）`,
  kind: {
    bidirectional: '双向掩码',
    causal: '因果掩码',
    prefix: '前缀掩码',
    apart: '两半分开，没有交叉注意力',
    other: '你自己的掩码',
  },
  kindNote: {
    bidirectional: 'BERT 等编码器：每个词元都能读所有词元。',
    causal: 'GPT 等解码器：每个词元只读自己和前面的词元。',
    prefix:
      '原样用，就是前缀语言模型（prefix LM）。沿中间的缝剪开，两半各配一套权重，就是 T5：左上是编码器自注意力，左下是交叉注意力，右下是解码器自注意力，右上不存在。',
    apart: '编码器与解码器互不相见：缺的是左下角的交叉注意力。',
    other: '没有哪一家用这张掩码。看它能胜任哪些活儿就好。',
  },
  pinRow: (row) => `展开第 ${row + 1} 行 ${zhTokens[row]}`,
  rowTitle: (row) => `第 ${row + 1} 行“${zhTokens[row]}”`,
  rowReads: (result, row) =>
    (result.mask[row] ?? 0) === 0 ? '什么也读不到' : `可直接读 ${names(result.mask[row] ?? 0, zhTokens, ' · ')}`,
  rowKnows: (result, row, layers) => `${layers} 层之后知道 ${names(result.know[row] ?? 0, zhTokens, ' · ')}`,
  rowPredicts: (result, row) =>
    row === TOKENS - 1
      ? '后面没有词元了，不用预测'
      : result.leaks.includes(row)
        ? `要预测“${zhTokens[row + 1]}”，却已经看见了它`
        : `要预测“${zhTokens[row + 1]}”，没有看见它`,
  jobs: '这张掩码能训练来做什么',
  next: '预测下一个词元（GPT）',
  nextNote: ({ leaks, early }) =>
    leaks.length > 0
      ? `${TOKENS - 1} 个预测里有 ${leaks.length} 个看得到答案（第 ${rowList(leaks, '、')} 行）。`
      : early.length > 0
        ? `没有哪一行看到答案，但第 ${rowList(early, '、')} 行知道还没写出来的词元。`
        : `${TOKENS - 1} 个预测都没有偷看，可以一个词元一个词元地写下去。`,
  blank: '填出被遮住的词元（BERT）',
  blankNote: ({ context }) =>
    `遮住自己之后，每行平均还知道另外 ${TOKENS - 1} 个词元中的 ${mean(context).toFixed(1)} 个。`,
  answer: '读完原文，写出译文（T5）',
  answerNote: ({ answer }) =>
    `知道全部原文的原文行：${answer.source}/${SOURCE}；知道原文和自己过去的译文行：${answer.target}/${TOKENS - SOURCE}；知道得太多的行：${answer.early}。`,
  verdict: { good: '适合', part: '勉强', bad: '作废' },
  emptyRow: (rows) =>
    `第 ${rowList(rows, '、')} 行什么也读不到：没有任何得分的 softmax 是 0/0。至少给它一格，哪怕是它自己。`,
};

export const strings = { en, zh };
