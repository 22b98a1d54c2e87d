/** Training texts, and one sentence in each language that no tokenizer of the lab is trained on. All written for this lab. */
export const corpora = {
  en: 'A language model learns the rules of a language from text. Given the words so far, the model predicts the next token. A token is not a word and not a letter: it is a piece of text that the tokenizer learned from its data. Common pieces become one token, and rare pieces are cut into bytes. What the tokenizer learns depends on what it has read, and so does the price of every sentence.',
  zh: '语言模型学习的是语言的规律。给它一段文字，模型会预测下一个词元。训练数据越多，模型见过的句子就越多，预测也就越准。词元不是汉字，也不是单词，而是分词器从数据里学到的片段。常见的片段会合并成一个词元，少见的片段只能拆成字节。一个汉字占三个字节，所以分词器要先学会把三个字节合成一个汉字，再学会把汉字合成词。如果训练分词器的数据里没有中文，每个汉字就要占三个词元，同样的一句话，中文要多付几倍的钱。分词器看到的文字，决定了模型看到的语言。',
  code: 'def train(model, data, steps, rate):\n    for step in range(steps):\n        batch = data.next_batch()\n        loss = model.loss(batch)\n        loss.backward()\n        for weight in model.weights():\n            weight.value -= rate * weight.grad\n            weight.grad = 0\n        if step % 100 == 0:\n            print(step, loss.value)\n    return model\n',
  both: '语言模型学习的是语言的规律。模型会预测下一个词元。词元不是汉字，也不是单词，而是分词器从数据里学到的片段。常见的片段会合并成一个词元，少见的只能拆成字节。一个汉字占三个字节，分词器要先把字节合成汉字，再把汉字合成词。A language model learns the rules of a language from text. A token is a piece of text that the tokenizer learned from its data. Common pieces become one token, and rare pieces are cut into bytes.',
} as const;

/** Held out: only what the tokenizer learned elsewhere can shorten them. */
export const heldOut = {
  en: 'The tokenizer reads a sentence and cuts it into pieces.',
  zh: '用中文训练的模型，会把常见的词合成一个词元。',
} as const;

export type Language = keyof typeof heldOut;

/** From this many shared characters in a row the training text counts as having seen the sentence. */
const LEAK_LENGTH = 6;

/** Whether a training text holds a stretch of the Chinese sentence: then a good score proves nothing. */
export function leaks(text: string): boolean {
  const sentence = Array.from(heldOut.zh);
  return sentence.some((_, i) => {
    const stretch = sentence.slice(i, i + LEAK_LENGTH);
    return stretch.length === LEAK_LENGTH && text.includes(stretch.join(''));
  });
}
